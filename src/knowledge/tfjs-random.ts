/** Functions of tfjs that draw at random, and the position of their seed. Source: https://js.tensorflow.org/api/latest/#Tensors-Random */
export const seededAt: ReadonlyMap<string, number> = new Map([
  ["@tensorflow/tfjs.randomNormal", 4],
  ["@tensorflow/tfjs.randomUniform", 4],
  ["@tensorflow/tfjs.truncatedNormal", 4],
  ["@tensorflow/tfjs.randomGamma", 4],
  ["@tensorflow/tfjs.randomUniformInt", 3],
  ["@tensorflow/tfjs.randomStandardNormal", 2],
  ["@tensorflow/tfjs.multinomial", 2],
  ["@tensorflow/tfjs.dropout", 3],
]);

/** The arguments that these cannot do without, and what stands for those between them and the seed where nothing is said. */
export const beforeSeed: ReadonlyMap<string, { readonly least: number; readonly standard: readonly string[] }> =
  new Map([
    ["@tensorflow/tfjs.randomNormal", { least: 1, standard: ["0", "1", '"float32"'] }],
    ["@tensorflow/tfjs.randomUniform", { least: 1, standard: ["0", "1", '"float32"'] }],
    ["@tensorflow/tfjs.truncatedNormal", { least: 1, standard: ["0", "1", '"float32"'] }],
    ["@tensorflow/tfjs.randomGamma", { least: 2, standard: ["1", '"float32"'] }],
    ["@tensorflow/tfjs.randomStandardNormal", { least: 1, standard: ['"float32"'] }],
    ["@tensorflow/tfjs.randomUniformInt", { least: 3, standard: [] }],
    ["@tensorflow/tfjs.multinomial", { least: 2, standard: [] }],
    ["@tensorflow/tfjs.dropout", { least: 2, standard: ["undefined"] }],
  ]);

/** What takes a seed among its options. */
export const seededByOption =
  /^@tensorflow\/tfjs\.initializers\.(glorot|he|leCun|random|truncated|variance|orthogonal)\w*$/;

/** Shuffles that draw from `Math.random`, which cannot be seeded. */
export const unseedable = /^@tensorflow\/tfjs\.util\.(shuffle|shuffleCombo|createShuffledIndices)$/;
