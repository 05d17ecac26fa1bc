/** Paths under `torch.nn` that are no modules. */
const notModules = /^torch\.nn\.(functional|init|utils|parameter|Parameter|attention)\b/;
const moduleBases = new Set([
  "pytorch_lightning.LightningModule",
  "pytorch_lightning.core.LightningModule",
  "transformers.PreTrainedModel",
  "transformers.modeling_utils.PreTrainedModel",
  "fastai.torch_core.Module",
]);
const modelFactories = [
  /^torchvision\.models\.(?!\w*_Weights|\w+\.\w*_Weights)(\w+\.)*[a-z]\w*$/,
  /^timm\.(models\.)?create_model$/,
  /^torch\.hub\.load$/,
  /^segmentation_models_pytorch\.[A-Z]\w*$/,
  /^efficientnet_pytorch\.EfficientNet\.\w+$/,
  /^transformers\.(Auto|[A-Z])\w*(Model|For\w+)\.from_(pretrained|config)$/,
];

/** Does a library class (or the function that makes one) give a torch module? */
export function isModuleType(path: string): boolean {
  if (path.startsWith("torch.nn.")) return !notModules.test(path) && /\.[A-Z]\w*$/.test(path);
  return moduleBases.has(path) || modelFactories.some((pattern) => pattern.test(path));
}

/** Modules that compute a loss: they have no mode worth setting. */
export function isLossType(path: string): boolean {
  return /^torch\.nn\.(modules\.loss\.)?\w*Loss\d?d?$/.test(path) || path === "segmentation_models_pytorch.losses";
}

/** Modules without weights of their own: a call of one is a function, not a pass worth a word. */
export function hasNoParameters(path: string): boolean {
  return /^torch\.nn\.(\w+\.)*(Flatten|Unflatten|Identity|\w*Pool\dd|\w*Pad\dd|Upsample\w*|PixelShuffle|PixelUnshuffle|Fold|Unfold|(Leaky|R)?ReLU6?|ELU|SELU|CELU|GELU|SiLU|Mish|\w*Tanh|\w*Sigmoid|\w*Softmax\w*|LogSoftmax|Softplus|Softsign|Hard\w+|Threshold|GLU|Softmin|Tanhshrink|Cosine\w+|PairwiseDistance|\w*Dropout\w*|ParameterList|ParameterDict)$/.test(
    path,
  );
}

/** Factories that hand out models already in eval mode. Source: https://huggingface.co/docs/transformers/main_classes/model#transformers.PreTrainedModel.from_pretrained */
export function comesInEvalMode(path: string): boolean {
  return /^(transformers|diffusers|peft|segmentation_models_pytorch|sentence_transformers|adapters)\.(\w+\.)*\w+\.from_pretrained$/.test(
    path,
  );
}

/** Layers that compute something else in train mode than in eval mode. */
export function dependsOnMode(path: string): boolean {
  return /^torch\.nn\.(\w+\.)*(\w*Dropout\w*|\w*BatchNorm\w*|Transformer\w*|MultiheadAttention|RReLU|InstanceNorm\dd)$/.test(
    path,
  );
}

const normalised =
  /resne[xs]?t|densenet|mobilenet|efficientnet|inception|googlenet|xception|mnasnet|shufflenet|regnet|_bn\b|ghostnet|dla\d|hrnet|nfnet|darknet/i;

/** Networks of libraries with batch normalisation or dropout in their body; `given` are the literals that it was made with. */
export function changesWithMode(path: string, given: string): boolean {
  if (path.startsWith("torchvision.models.")) return normalised.test(path);
  if (/^timm\.(models\.)?create_model$/.test(path) || path === "torch.hub.load") return normalised.test(given);
  if (/^(efficientnet_pytorch|segmentation_models_pytorch)\./.test(path)) return true;
  return /^transformers\.(Auto|Bert|Roberta|DistilBert|Electra|Albert|Deberta|Camembert|XLMRoberta|Wav2Vec2|Hubert|MPNet)\w*\.from_pretrained$/.test(
    path,
  );
}

/** Layers that compute the same in both modes. */
export function ignoresMode(path: string): boolean {
  return /^torch\.nn\.(\w+\.)*(Linear|Bilinear|LazyLinear|Conv\w+|LazyConv\w+|Embedding|EmbeddingBag|LayerNorm|GroupNorm|LocalResponseNorm|RMSNorm|Flatten|Unflatten|Identity|\w*Pool\dd|\w*Pad\dd|Upsample|PixelShuffle|Fold|Unfold|\w*(ReLU6?|ELU|GELU|SiLU|Mish|Tanh|Sigmoid|Softmax\w*|LogSoftmax|Softplus|Softsign|Hardtanh|Hardswish|Threshold|GLU|Softmin|Tanhshrink|LogSigmoid)|\w*Loss|Cosine\w+|PairwiseDistance|ParameterList|ParameterDict)$/.test(
    path,
  );
}

/** Calls that hand their first argument back, wrapped or moved: what is set on the one is set on the other. */
export const returnsFirst: ReadonlySet<string> = new Set([
  "torch.nn.DataParallel",
  "torch.nn.parallel.DataParallel",
  "torch.nn.parallel.DistributedDataParallel",
  "torch.nn.parallel.distributed.DistributedDataParallel",
  "torch.distributed.fsdp.FullyShardedDataParallel",
  "torch.nn.SyncBatchNorm.convert_sync_batchnorm",
  "torch.compile",
  "torch.jit.script",
  "torch.nn.utils.spectral_norm",
  "torch.nn.utils.weight_norm",
  "apex.parallel.DistributedDataParallel",
  "apex.parallel.convert_syncbn_model",
  "accelerate.dispatch_model",
  "peft.get_peft_model",
  "builtins.iter",
  "typing.cast",
]);

/** Methods that hand the object itself back, moved or converted. */
export const returnsSelf: ReadonlySet<string> = new Set([
  "to",
  "cuda",
  "cpu",
  "half",
  "float",
  "double",
  "bfloat16",
  "type",
  "share_memory",
  "contiguous",
  "requires_grad_",
  "to_empty",
  "xpu",
  "mps",
  "clone_to",
]);

/** Methods that prepare several objects at once and hand them back in the order given (Accelerate, Fabric). */
export const returnsArguments: ReadonlySet<string> = new Set([
  "prepare",
  "setup",
  "prepare_model",
  "setup_module",
  "prepare_data_loader",
  "setup_dataloaders",
  "prepare_optimizer",
]);

export function isOptimizerType(path: string): boolean {
  return (
    (/^torch\.optim\.(?!lr_scheduler\b|swa_utils\b)(\w+\.)*[A-Z]\w*$/.test(path) && !isSchedulerType(path)) ||
    /^(transformers|timm\.optim|torch_optimizer|apex\.optimizers|bitsandbytes\.optim|lion_pytorch)\.(\w+\.)*(\w*Adam\w*|Adafactor|LAMB|Lion|RAdam|Ranger\w*|\w*SGD\w*|create_optimizer\w*)$/.test(
      path,
    )
  );
}

export function isSchedulerType(path: string): boolean {
  return (
    /^torch\.optim\.(lr_scheduler\.\w+|swa_utils\.SWALR)$/.test(path) ||
    /^transformers\.(optimization\.)?get_\w*schedule\w*$/.test(path) ||
    /^timm\.scheduler\.\w+/.test(path)
  );
}

/** Functions that put other parameters into the model that they are given. */
export function replacesParameters(path: string): boolean {
  return /^(peft\.(\w+\.)*(get_peft_model|inject_adapter_in_model|PeftModel\w*\.from_pretrained|PeftModel\w*)|torch\.distributed\.fsdp\.(\w+\.)*FullyShardedDataParallel|fairscale\.(\w+\.)*FullyShardedDataParallel|torch\.nn\.utils\.(parametrizations\.)?weight_norm|torch\.ao\.quantization\.prepare_qat|torch\.quantization\.prepare_qat)$/.test(
    path,
  );
}

/** Methods by which a model gets other parameters. */
export const replacingMethods: ReadonlySet<string> = new Set([
  "resize_token_embeddings",
  "resize_position_embeddings",
  "reset_classifier",
  "add_adapter",
  "load_adapter",
  "merge_and_unload",
  "set_input_embeddings",
  "set_output_embeddings",
]);
