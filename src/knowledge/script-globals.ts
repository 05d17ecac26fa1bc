/** Libraries that a script tag puts into the page, by the global name that they have there. Sources: each library's own page. */
export const pageGlobals: ReadonlyMap<string, string> = new Map([
  ["tf", "@tensorflow/tfjs"],
  ["tfvis", "@tensorflow/tfjs-vis"],
  ["ort", "onnxruntime-web"],
  ["brain", "brain.js"],
  ["dfd", "danfojs"],
  ["ml5", "ml5"],
  ["mobilenet", "@tensorflow-models/mobilenet"],
  ["cocoSsd", "@tensorflow-models/coco-ssd"],
  ["knnClassifier", "@tensorflow-models/knn-classifier"],
  ["posenet", "@tensorflow-models/posenet"],
  ["bodyPix", "@tensorflow-models/body-pix"],
  ["blazeface", "@tensorflow-models/blazeface"],
  ["handpose", "@tensorflow-models/handpose"],
  ["speechCommands", "@tensorflow-models/speech-commands"],
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

/** Functions and methods that call what they are given over and over: arrays, timers, frames of an animation, events, requests. */
export const repeatedly =
  /^(forEach|forEachAsync|map|mapAsync|flatMap|filter|reduce|requestAnimationFrame|requestVideoFrameCallback|setInterval|setTimeout|useFrame|addEventListener|on|get|post|put|all|use|handle|onMessage|subscribe|onEpochEnd|onBatchEnd)$/;

/** Names of functions that run once. */
export const onceOnly =
  /^(_?main|_?init\w*|_?set_?up\w*|_?start|boot\w*|warm\w*|_?load\w*|create\w*Model|build\w*|make\w*Model|componentDidMount|onMounted|mounted|ngOnInit|onload|default|_?train\w*|_?fit\w*)$/i;
