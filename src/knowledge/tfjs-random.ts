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

/** What takes a seed among its options. */
export const seededByOption =
  /^@tensorflow\/tfjs\.initializers\.(glorot|he|leCun|random|truncated|variance|orthogonal)\w*$/;

/** Shuffles that draw from `Math.random`, which cannot be seeded. */
export const unseedable = /^@tensorflow\/tfjs\.util\.(shuffle|shuffleCombo|createShuffledIndices)$/;
