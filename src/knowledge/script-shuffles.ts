/** Functions that shuffle without a seed, and with how many arguments: one more may be the seed or a generator. */
const shuffles: readonly { readonly path: RegExp; readonly most: number }[] = [
  { path: /^@tensorflow\/tfjs\.util\.(shuffle|createShuffledIndices)$/, most: 1 },
  { path: /^@tensorflow\/tfjs\.util\.shuffleCombo$/, most: 2 },
  { path: /^(lodash|lodash-es|underscore|d3|d3-array|ramda)(\.|\/)(shuffle|sampleSize)$/, most: 2 },
  { path: /^(lodash\.shuffle|array-shuffle|knuth-shuffle(\.\w+)?|fast-shuffle|shuffle-array)$/, most: 1 },
];

/** Up to how many arguments a call shuffles as chance will have it; undefined for what is no shuffle. */
export function shufflesAnew(path: string | undefined, name: string): number | undefined {
  const known = path === undefined ? undefined : shuffles.find((one) => one.path.test(path));
  if (known !== undefined) return known.most;
  // `dataset.shuffle(1000)`, and a helper whose code is out of sight: whatever else it is given may seed it.
  return /^shuffle\w*$/i.test(name) ? 1 : undefined;
}
