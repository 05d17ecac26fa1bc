import { hasNoParameters, isLossType, isModuleType } from "./torch.js";

const torchNumbers =
  /^torch\.(rand|randn|randint|randperm|rand_like|randn_like|randint_like|normal|bernoulli|multinomial|poisson)$/;
const torchRows =
  /^(torch\.utils\.data\.(\w+\.)*(random_split|(Subset|Weighted)?RandomSampler)|torch_geometric\.(\w+\.)*Random(Link|Node)Split)$/;
const torchInitialisers = /^torch\.nn\.init\.(\w*normal_|\w*uniform_|orthogonal_|sparse_|dirac_)$/;
const loaders = /^(torch\.utils\.data|torch_geometric|monai\.data)\.(\w+\.)*DataLoader$/;
/** Layers that only hold others, and layers that start from ones and zeros. */
const plainLayers =
  /^torch\.nn\.(\w+\.)*(Module|Sequential|Module(List|Dict)|Parameter(List|Dict)?|Buffer|(Distributed)?DataParallel|\w*Norm(\dd)?)$/;

/**
 * Functions and classes that draw from torch's global generator, initial weights included. Sources:
 * https://docs.pytorch.org/docs/stable/random.html and each layer's page on how its weights start.
 */
export function drawsFromTorch(path: string): boolean {
  if (torchNumbers.test(path) || torchRows.test(path) || torchInitialisers.test(path)) return true;
  return isModuleType(path) && !plainLayers.test(path) && !hasNoParameters(path) && !isLossType(path);
}

/** Loaders draw when they are told to shuffle. */
export function isLoader(path: string): boolean {
  return loaders.test(path);
}

/** Modules that are built around others, which stand in the call's arguments. */
export function isLayerContainer(path: string): boolean {
  return /^torch\.nn\.(\w+\.)*(Sequential|Module(List|Dict))$/.test(path);
}

/** Functions that draw from numpy's global generator. Source: https://numpy.org/doc/stable/reference/random/legacy.html */
const numpyDraws = new Set(
  `rand randn randint random random_sample ranf sample choice shuffle permutation bytes normal uniform beta binomial chisquare
  dirichlet exponential f gamma geometric gumbel laplace logistic lognormal logseries multinomial multivariate_normal
  negative_binomial hypergeometric noncentral_chisquare noncentral_f pareto
  poisson power rayleigh standard_cauchy standard_exponential standard_gamma standard_normal standard_t triangular vonmises
  wald weibull zipf random_integers`.split(/\s+/),
);

export function drawsFromNumpy(path: string): boolean {
  return path.startsWith("numpy.random.") && numpyDraws.has(path.slice("numpy.random.".length));
}

/** Generators of numpy that are as random as the clock unless they are given a seed. */
export function makesNumpyGenerator(path: string): boolean {
  return (
    /^numpy\.random\.(default_rng|RandomState|Generator|PCG64|MT19937|SeedSequence)$/.test(path) &&
    !path.endsWith(".Generator")
  );
}

/** Trainers that seed all generators themselves. Source: https://huggingface.co/docs/transformers/main_classes/trainer#transformers.TrainingArguments.seed */
export function seedsByItself(path: string): boolean {
  return selfSeeding.test(path);
}

const selfSeeding = new RegExp(
  `^(${[
    "(transformers|trl|sentence_transformers|setfit)\\.(\\w+\\.)*\\w*(Trainer|TrainingArguments)",
    "ultralytics\\.(\\w+\\.)*[A-Z]\\w*",
    "simpletransformers\\.(\\w+\\.)*\\w+Model",
    "(hyperpyyaml|speechbrain)\\..*",
    "detectron2\\.engine\\.(\\w+\\.)*default_setup",
    "pytorch_lightning\\.(\\w+\\.)*LightningCLI",
  ].join("|")})$`,
);

/** Libraries whose functions keep the seed that they are given to themselves. */
export function hasOwnGenerator(path: string): boolean {
  return /^(numpy|random|sklearn|pandas|scipy|builtins|argparse|dataclasses|datasets|torch|torchvision|gym|gymnasium|optuna|xgboost|lightgbm|imblearn|faker|tensorflow|keras|jax|polars|dask)\./i.test(
    path,
  );
}

/** Functions that choose rows or their order. */
export function drawsRows(path: string): boolean {
  return /^numpy\.random\.(shuffle|permutation|choice)$/.test(path);
}

/** Libraries that show things, and libraries that run models: a script about these that trains nothing compares no results. */
export const showingLibraries: readonly string[] = ["matplotlib", "seaborn", "plotly", "bokeh", "altair", "pylab"];
export const runningLibraries: readonly string[] = [
  "torch",
  "tensorflow",
  "keras",
  "onnx",
  "onnxruntime",
  "transformers",
  "diffusers",
  "openvino",
  "tensorrt",
  "cv2",
  "jax",
];
