/**
 * What rules ask about. A topic has no answer in a file without its evidence, and following a function can tell nothing
 * of it without one of its words there: so a rule runs, and code is followed, only where an answer is possible. A rule
 * that asks about other calls adds their names here.
 *
 * Names are those that stand in the code: of variables, attributes, arguments and parameters, string literals, and what is
 * imported from where. An attribute that is set counts under its name with `=` behind it, too.
 */
export interface TopicWords {
  /** One of these names must stand in the file that is checked. */
  readonly evidence: RegExp;
  /** A function is followed on its own when it, or a function of the file that it calls, has a name of each of these. */
  readonly words: readonly RegExp[];
  /** False where what unit tests do is no answer. */
  readonly inTests: boolean;
  /** True where what one method of a class makes tells something when another one calls it. */
  readonly acrossMethods?: boolean;
}

export type Topic = keyof typeof topics;

const training = [
  "backward|manual_backward|step|\\w*_step|zero_grad|clear_grad|clip_grad\\w*|unscale_?|retain_graph|autograd|GradientTape|apply_gradients|minimize",
  "train\\w*|\\w+_train|freeze\\w*|unfreeze\\w*|requires_grad_?|detach_?|set_epoch|\\w*epochs?",
  "parameters|named_parameters|state_dict|load_state_dict|add_param_group|param_groups|compile|prepare|\\w*[oO]ptim\\w*|\\w*[sS]cheduler\\w*|\\w*[sS]caler",
  "\\w*[lL]oss\\w*|criterion|\\w*cross_?entropy\\w*|objective",
];

const evaluating = [
  "eval|\\w*_test|val|val_\\w+|\\w+_val|valid|\\w*valid\\w*|no_grad|inference_mode|set_grad_enabled|enable_grad",
  "predict|predict_\\w+|score|scores|\\w+_scores?|evaluate\\w*|test|test_\\w+|accuracy|acc|\\w*metrics?|best_\\w+|eval_\\w+|\\w*infer\\w*",
];

const rows = [
  "split|\\w*_split|\\w*Split|shuffle|sample|\\w*Sampler|\\w*KFold|Subset|DataLoader|\\w*_loader|loader|\\w*Dataset|load_\\w+|read_\\w+|load",
  "fit|fit_\\w+|transform|adapt|\\w*SearchCV|cross_val\\w*|objective",
  "groupby|group_by|fillna|bfill|ffill|shift|rolling|expanding|corr|corrwith|duplicated|drop_duplicates|quantile|concat|merge|resample|value_counts|get_dummies|factorize",
];

const chance = [
  "seed|\\w*_seed|seed_\\w+|rand|randn\\w*|randint|randperm|random\\w*|Random\\w+|default_rng|permutation|normal_?|uniform_?|choice",
];

const tensors =
  "zeros|ones|full|eye|arange|linspace|logspace|empty|range|meshgrid|tensor|Tensor|\\w+Tensor|triu|tril|as_tensor|from_numpy|\\w+_like|rand|randn|randint|randperm|stack|cat|outer|einsum|hann_window|\\w+_window";

export const topics = {
  /** Steps of training: gradients, optimizers, schedulers, checkpoints, and what is frozen. */
  steps: {
    evidence: names(
      "backward|manual_backward|step|\\w*_step|zero_grad|clear_grad|clip_grad\\w*|GradientTape|apply_gradients|minimize|set_epoch",
      "train|train_\\w+|train\\w*|freeze\\w*|requires_grad_?|requires_grad=|parameters|\\w*[oO]ptim\\w*|\\w*[sS]cheduler\\w*|\\w*[sS]caler|\\w*epochs?",
      "\\w*[lL]oss|best_\\w+|load_state_dict",
    ),
    words: [names(...training, ...evaluating)],
    inTests: true,
  },
  /** Train and eval mode and recorded gradients of modules when they are called. */
  modes: {
    evidence: names(
      "train|train_\\w+|eval|no_grad|inference_mode|set_grad_enabled|load_state_dict|from_pretrained|pretrained|freeze\\w*|requires_grad_?|requires_grad=|backward|step",
      "argmax|topk|item|numpy|\\w*accuracy\\w*|acc|predict\\w*|\\w*scores?|evaluate\\w*|validate\\w*|\\w*metrics?|\\w*_loader|loader|DataLoader|\\w*infer\\w*|generate|export",
    ),
    words: [names(...training, ...evaluating, ...rows, "from_pretrained|export|\\w*[dD]ropout\\w*|\\w*BatchNorm\\w*")],
    inTests: true,
  },
  /** What a model gives out, and what the loss that it goes to takes. */
  outputs: {
    evidence: names(
      "\\w*[lL]oss\\w*|\\w*crit\\w*|\\w*[cC]ross_?[eE]ntropy\\w*|\\w*nll\\w*|\\w*BCE\\w*|\\w*bce\\w*|compile|objective|\\w+_step",
    ),
    words: [
      names(
        "\\w*[lL]oss\\w*|\\w*crit\\w*|\\w*[cC]ross_?[eE]ntropy\\w*|\\w*nll\\w*|\\w*BCE\\w*|\\w*bce\\w*|compile|objective|train\\w*|\\w+_step|\\w*[sS]igmoid\\w*|\\w*[sS]oftm(ax|in)\\w*|pad_sequences?|pad_token\\w*|pad_i\\w+|PAD\\w*",
      ),
    ],
    inTests: true,
  },
  /** A softmax and its axis. */
  softmax: {
    evidence: names("\\w*[sS]oftm(ax|in)\\w*"),
    words: [names("\\w*[sS]oftm(ax|in)\\w*")],
    inTests: true,
    acrossMethods: true,
  },
  /** Dropout by function, which no mode switches off. */
  dropout: {
    evidence: names("(feature_)?(alpha_)?dropout[123]?d?_?"),
    words: [names("(feature_)?(alpha_)?dropout[123]?d?_?")],
    inTests: true,
  },
  /** Tensors that a module may have to register. */
  buffers: {
    evidence: names(tensors),
    words: [names(tensors), names("\\w+=")],
    inTests: true,
  },
  /** Rows: how they are read, split, prepared, fitted on, scored. */
  data: {
    evidence: names(
      "fit|fit_\\w+|\\w*split\\w*|\\w*Split\\w*|\\w*KFold|\\w*SearchCV|cross_val\\w*|predict|predict_\\w+|\\w*scores?|evaluate|DataLoader|\\w*[lL]oaders?|\\w*Dataset",
      "train|train[A-Z]\\w*|test[A-Z]\\w*|val[A-Z]\\w*|slice|X_\\w+|x_\\w+|train_\\w+|test_\\w+|val_\\w+|\\w+_train|\\w+_test|\\w+_val|\\w+_mask|objective|shift|bfill|rolling|backfill|optimize|minimize|best_\\w+",
    ),
    words: [names(...training, ...evaluating, ...rows, ...chance, "\\w*metrics?|softmax")],
    inTests: false,
  },
  /** How loaders and datasets of the parts are set up. */
  loaders: {
    evidence: names(
      "DataLoader|\\w*[lL]oaders?|\\w*Dataset|\\w*Folder|drop_last|ImageDataGenerator|\\w*transforms?|Compose|random_split|map|batch|flow\\w*",
    ),
    words: [
      names(...training, ...evaluating, ...rows, "Compose|\\w*transforms?|drop_last|flow\\w*|ImageDataGenerator"),
    ],
    inTests: true,
  },
  /** What is drawn at random, and its seeds. */
  chance: {
    evidence: names(
      ...chance,
      "sklearn|imblearn|xgboost|lightgbm|catboost|cuml|shuffle|sample|random_state|optim|backward|fit|train|training|epochs|DataLoader",
    ),
    words: [names(...training, ...evaluating, ...rows, ...chance)],
    inTests: false,
  },
  /** Checkpoints that are read from files. */
  checkpoints: {
    evidence: names("load|\\w*load\\w*|torch"),
    words: [names("\\w*load\\w*")],
    inTests: true,
  },
  /** What is compared with missing values. */
  missing: {
    evidence: names("nan|NaN|NAN|NA|NaT|\\w*nan\\w*|\\w*NaN\\w*"),
    words: [names("nan|NaN|NAN|NA|NaT|\\w*nan\\w*|\\w*NaN\\w*", ...rows)],
    inTests: true,
  },
  /** Memory of TensorFlow.js, and its models. */
  tensorflowJs: {
    evidence: /./,
    words: [names(...training, ...rows, "dispose|tidy|keep|tensor\\w*|predict|dataSync|data|array\\w*|execute\\w*")],
    inTests: true,
  },
} as const satisfies Record<string, TopicWords>;

function names(...alternatives: readonly string[]): RegExp {
  return new RegExp(`^(${alternatives.join("|")})$`);
}
