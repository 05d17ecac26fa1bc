/** Libraries that a script tag puts into the page, by the global name that they have there. Sources: each library's own page. */
export const pageGlobals: ReadonlyMap<string, string> = new Map([
  ["tf", "@tensorflow/tfjs"],
  ["tfvis", "@tensorflow/tfjs-vis"],
  ["ort", "onnxruntime-web"],
  ["brain", "brain.js"],
  ["dfd", "danfojs"],
  ["ml5", "ml5"],
]);

/** Methods of arrays that call a function at once, with each element. */
export const eachElement: ReadonlySet<string> = new Set([
  "forEach",
  "map",
  "flatMap",
  "filter",
  "some",
  "every",
  "find",
  "findIndex",
]);

/** Of these, the ones whose result holds what the function gives. */
export const mapsElements: ReadonlySet<string> = new Set(["map", "flatMap"]);
