/** Functions of tfjs that give a tensor, several, or an object of some. Source: https://js.tensorflow.org/api/latest/ */
const ops: ReadonlySet<string> = new Set(
  `
  abs acos acosh add addN all any argMax argMin asin asinh atan atan2 atanh avgPool avgPool3d basicLSTMCell
  batchNorm batchNorm2d batchNorm3d batchNorm4d batchToSpaceND bincount bitwiseAnd booleanMaskAsync
  broadcastArgs broadcastTo cast ceil clipByValue clone complex concat concat1d concat2d concat3d concat4d
  confusionMatrix conv1d conv2d conv2dTranspose conv3d conv3dTranspose cos cosh cumprod cumsum denseBincount
  depthToSpace depthwiseConv2d diag dilation2d div divNoNan dot dropout einsum elu ensureShape equal erf
  euclideanNorm exp expandDims expm1 eye fft fill floor floorDiv fromPixels gather gatherND greater greaterEqual
  ifft imag inTopKAsync irfft isFinite isInf isNaN leakyRelu less lessEqual linspace localResponseNormalization
  log log1p logSigmoid logSoftmax logSumExp logicalAnd logicalNot logicalOr logicalXor lowerBound matMul max
  maxPool maxPool3d maxPoolWithArgmax maximum mean meshgrid min minimum mirrorPad mod moments movingAverage mul
  multiRNNCell multinomial neg norm notEqual oneHot ones onesLike outerProduct pad pad1d pad2d pad3d pad4d pool
  pow prelu prod raggedGather raggedRange raggedTensorToTensor rand randomGamma randomNormal
  randomStandardNormal randomUniform randomUniformInt range real reciprocal relu relu6 reshape reverse reverse1d
  reverse2d reverse3d reverse4d rfft round rsqrt scalar scatterND searchSorted selu separableConv2d
  setdiff1dAsync sigmoid sign sin sinh slice slice1d slice2d slice3d slice4d softmax softplus spaceToBatchND
  sparseToDense split sqrt square squaredDifference squeeze stack step stridedSlice sub sum tan tanh tensor
  tensor1d tensor2d tensor3d tensor4d tensor5d tensor6d tensorScatterUpdate tile topk transpose truncatedNormal
  unique unsortedSegmentSum unstack upperBound where whereAsync zeros zerosLike
`
    .trim()
    .split(/\s+/),
);

/** Groups of functions all of which do; those of a group that do not are named. */
const groups: ReadonlyMap<string, RegExp> = new Map([
  ["image", /./],
  ["linalg", /./],
  ["losses", /./],
  ["metrics", /./],
  ["spectral", /./],
  ["signal", /./],
  ["sparse", /./],
  ["string", /./],
  ["fused", /./],
  ["math", /^confusionMatrix$/],
  ["browser", /^fromPixels(Async)?$/],
  ["node", /^decode\w+$/],
]);

/** What comes in parts: a property of the result is a tensor. */
export const tensorParts: ReadonlyMap<string, readonly string[]> = new Map([
  ["moments", ["mean", "variance"]],
  ["topk", ["values", "indices"]],
  ["unique", ["values", "indices"]],
  ["maxPoolWithArgmax", ["result", "indexes"]],
]);

/** Does a function, by its name below `tf`, give a tensor? */
export function isOpOfTensors(name: string): boolean {
  const [first = "", second] = name.split(".");
  if (second === undefined) return ops.has(first);
  return groups.get(first)?.test(second) === true && /^[a-z]/.test(second);
}
