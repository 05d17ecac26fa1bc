/** Functions that draw from torch's global generator. Source: https://docs.pytorch.org/docs/stable/random.html */
const torchDraws =
  /^torch\.(rand|randn|randint|randperm|rand_like|randn_like|randint_like|normal|bernoulli|multinomial|poisson|utils\.data\.(dataset\.)?random_split|utils\.data\.RandomSampler)$/;

export function drawsFromTorch(path: string): boolean {
  return torchDraws.test(path) || /^torch\.nn\.init\.\w+_$/.test(path);
}

/** Functions that draw from numpy's global generator. Source: https://numpy.org/doc/stable/reference/random/legacy.html */
const numpyDraws = new Set(
  `rand randn randint random random_sample ranf sample choice shuffle permutation bytes normal uniform beta binomial chisquare
  dirichlet exponential f gamma geometric gumbel laplace logistic lognormal logseries multinomial multivariate_normal pareto
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
  return /^(transformers|trl|sentence_transformers|setfit|ultralytics|simpletransformers)\.(\w+\.)*(\w*Trainer|\w*TrainingArguments|YOLO|\w+Model)$/.test(
    path,
  );
}
