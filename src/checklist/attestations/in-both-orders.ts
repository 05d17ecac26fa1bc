/**
 * The entries of two lists, those of both once, in an order that is that of each. Where the lists say nothing about
 * each other, those of the first come first.
 */
export function inBothOrders<T>(first: readonly T[], second: readonly T[], keyOf: (entry: T) => string): readonly T[] {
  const a = first.map(keyOf);
  const b = second.map(keyOf);
  if (a.length * b.length > mostPairs) {
    const known = new Set(a);
    return [...first, ...second.filter((entry) => !known.has(keyOf(entry)))];
  }
  // The length of the longest common part of what follows two places.
  const common = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = common[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const result: T[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const isShared = i < a.length && j < b.length && a[i] === b[j];
    const fromFirst = i < a.length && (j >= b.length || isShared || at(i + 1, j) >= at(i, j + 1));
    result.push(...(fromFirst ? first.slice(i, i + 1) : second.slice(j, j + 1)));
    if (fromFirst) i++;
    if (isShared || !fromFirst) j++;
  }
  return result;
}

/** No list that people write is as long as that; of one that is, the order of the second is not worth the time. */
const mostPairs = 4_000_000;
