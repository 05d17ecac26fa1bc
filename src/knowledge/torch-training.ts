/** Functions that compute gradients of their arguments. Source: https://docs.pytorch.org/docs/stable/autograd.html */
const backwardFunctions = new Set([
  "torch.autograd.backward",
  "torch.autograd.grad",
  "torch.autograd.functional.jacobian",
  "torch.autograd.functional.hessian",
  "torch.autograd.functional.vjp",
]);

export function isLibraryBackward(path: string): boolean {
  return backwardFunctions.has(path);
}

/** Methods that only a module has, among the objects that are also called: calling one proves what its object is. */
export const moduleMethods: ReadonlySet<string> = new Set([
  "parameters",
  "named_parameters",
  "named_modules",
  "modules",
  "children",
  "named_children",
  "buffers",
  "load_state_dict",
  "state_dict",
  "zero_grad",
  "requires_grad_",
  "eval",
  "train",
]);

/** Classes whose subclasses are run by a framework that sets modes and gradients around their methods. */
const managers =
  /^(pytorch_lightning\.(\w+\.)*(LightningModule|Callback|LightningDataModule)|lightning_fabric\.\w+|transformers\.(\w+\.)*(\w*Trainer|TrainerCallback)|trl\.(\w+\.)*\w+Trainer|sentence_transformers\.(\w+\.)*\w+Trainer|catalyst\.(\w+\.)*(Runner|SupervisedRunner|\w*Runner|Callback)|fastai\.(\w+\.)*(Learner|\w*Callback|Metric)|speechbrain\.(\w+\.)*Brain|skorch\.(\w+\.)*\w+|keras\.(\w+\.)*(Model|Callback)|ignite\.(\w+\.)*\w+|allennlp\.(\w+\.)*\w+|fairseq\.(\w+\.)*\w+|monai\.(\w+\.)*(\w*Trainer|\w*Evaluator|\w*Workflow)|ray\.(\w+\.)*\w+|composer\.(\w+\.)*\w+|mmengine\.(\w+\.)*\w+|mmcv\.(\w+\.)*\w+|parlai\.(\w+\.)*\w+|flair\.(\w+\.)*\w+|pytorch_lightning\.pytorch\.\w+)$/;

export function isManagerType(path: string): boolean {
  return managers.test(path);
}

export function isLightningModule(path: string): boolean {
  return /^pytorch_lightning\.(\w+\.)*LightningModule$/.test(path);
}

/** Functions that make data out of nothing: what a model is tried on, never what it is scored on. */
export function isSyntheticData(path: string): boolean {
  return /^torch\.(zeros|ones|rand|randn|randint|empty|full|arange|linspace|eye|\w+_like|normal|randperm|Tensor|FloatTensor)$/.test(
    path,
  );
}

/** Methods by which an output becomes a class, a number or an array. */
export const scoringMethods: ReadonlySet<string> = new Set([
  "argmax",
  "max",
  "topk",
  "item",
  "numpy",
  "tolist",
  "round",
]);

export function isScoringFunction(path: string): boolean {
  return /^(torch\.(argmax|max|topk|round)$|sklearn\.metrics\.|torchmetrics\.|numpy\.argmax$|builtins\.(float|int)$)/.test(
    path,
  );
}

/** Methods whose result carries no graph: numbers, arrays, indices, masks and what is detached on purpose. */
export const cuttingMethods: ReadonlySet<string> = new Set([
  "item",
  "detach",
  "detach_",
  "numpy",
  "tolist",
  "argmax",
  "argmin",
  "argsort",
  "eq",
  "ne",
  "gt",
  "lt",
  "ge",
  "le",
  "long",
  "int",
  "bool",
  "size",
  "dim",
  "numel",
  "nonzero",
  "isnan",
  "isfinite",
  "any",
  "all",
  "backward",
]);

export const cuttingAttributes: ReadonlySet<string> = new Set([
  "data",
  "shape",
  "grad",
  "device",
  "dtype",
  "requires_grad",
  "ndim",
]);

const cuttingFunctions =
  /^(torch\.(argmax|argmin|argsort|eq|ne|gt|lt|ge|le|isnan|isfinite|numel|is_tensor|allclose|equal)$|numpy\.|sklearn\.|scipy\.|math\.|builtins\.(float|int|str|len|bool|round|range|print|isinstance|type)$|torchmetrics\.|pandas\.)/;

export function cutsGraph(path: string): boolean {
  return cuttingFunctions.test(path);
}

/** Functions and methods that give values and indices, in this order: the indices carry no graph. */
export const givesIndices: ReadonlySet<string> = new Set(["max", "min", "topk", "sort", "kthvalue", "median", "mode"]);

/** Functions and methods that limit gradients. Source: https://docs.pytorch.org/docs/stable/nn.html#utilities */
export function isClippingFunction(path: string): boolean {
  return /^torch\.nn\.utils\.(clip_grad\.)?clip_grads?_(norm|value|with_norm)_?$/.test(path);
}

/** The methods by which frameworks and wrappers limit gradients; those of Accelerate and Fabric unscale them first. */
export const clippingMethods: ReadonlySet<string> = new Set([
  "clip_grad_norm_",
  "clip_grad_value_",
  "clip_grad_norm",
  "clip_gradients",
]);

/** Scalers of mixed precision. Source: https://docs.pytorch.org/docs/stable/amp.html#gradient-scaling */
export function isScalerType(path: string): boolean {
  return /^torch\.(\w+\.)*(Sharded)?GradScaler$/.test(path);
}

export function isAutocast(path: string): boolean {
  return /^torch\.(cpu\.|cuda\.)?(amp\.)?(autocast_mode\.)?autocast$/.test(path);
}

/** Samplers that shuffle by the epoch that they are told. Source: https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.distributed.DistributedSampler */
export function isDistributedSampler(path: string): boolean {
  return /^torch\.utils\.data\.(distributed\.)?DistributedSampler$/.test(path);
}

const tensorMakers =
  /^torch\.(tensor|as_tensor|from_numpy|zeros|ones|full|empty|eye|arange|linspace|logspace|rand|randn|randint|randperm|normal|tril_indices|triu_indices|(cuda\.)?[A-Z]\w*Tensor|Tensor|\w+_window|autograd\.Variable)$/;

/** Functions that make a tensor out of numbers or arrays. */
export function makesTensor(path: string): boolean {
  return tensorMakers.test(path) && !path.startsWith("torch.cuda.");
}

/** Calls that write weights to a file. */
export function isSaving(path: string | undefined, method: string | undefined): boolean {
  if (path !== undefined) return /^(torch\.save|pickle\.dump|joblib\.dump|safetensors\.torch\.save_file)$/.test(path);
  return method === "save" || method === "save_checkpoint";
}
