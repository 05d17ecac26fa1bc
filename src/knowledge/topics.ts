/**
 * What rules ask about. A topic has no answer in a file without its evidence, and following a function can tell nothing
 * of it without one of its words there: so a rule runs, and code is followed, only where an answer is possible. A rule
 * that asks about other calls adds their names here.
 *
 * Names are those that stand in the code, annotations apart: of variables, attributes, arguments and parameters, string
 * literals, and what is imported from where. Beside it, a call counts under its name with `(1,2)` behind it when it has one
 * plain argument and two by keyword (`(1)` when it has none of those) unless it is a method of `self`, an attribute that is set with `=` behind it, and an
 * attribute that is kept or given away with `&`. Whatever is called counts with `!` behind it, too.
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
  /** True where any function of a script in TypeScript may tell something. */
  readonly everyFunction?: boolean;
  /** False where the methods of an object tell whoever makes it nothing. */
  readonly throughObjects?: boolean;
}

export type Topic = keyof typeof topics;

const training = [
  "backward|manual_backward|step|\\w*_step|zero_grad|clear_grad|clip_grad\\w*|unscale_?|retain_graph|autograd|GradientTape|apply_gradients|minimize",
  "train|train_\\w+|trainer|Trainer|training_\\w+|train[A-Z]\\w*|\\w+_train|freeze\\w*|unfreeze\\w*|requires_grad_?|requires_grad=|detach_?|set_epoch|\\w*epochs?",
  "parameters\\([\\d,]+\\)|named_parameters|state_dict\\([\\d,]+\\)|load_state_dict|add_param_group|param_groups|compile|prepare|\\w*[oO]ptim\\w*|\\w*[sS]cheduler\\w*|\\w*[sS]caler",
  "\\w*[lL]oss\\w*|criterion|\\w*cross_?entropy\\w*|objective",
];

const evaluating = [
  "eval|\\w*_test|val|val_\\w+|\\w+_val|valid|valid_\\w+|validat\\w*|no_grad|inference_mode|set_grad_enabled|enable_grad",
  "predict|predict_\\w+|score|scores|\\w+_scores?|evaluate\\w*|test|test_\\w+|accuracy|acc|\\w*metrics?|best_\\w+|eval_\\w+|infer\\w*",
];

const rows = [
  "split|\\w*_split|\\w*Split|shuffle|sample|\\w*Sampler|\\w*KFold|Subset|DataLoader|\\w*_loader|loader|\\w*Dataset|load_\\w+|read_\\w+|load",
  "fit|fit_\\w+|transform|adapt|\\w*SearchCV|cross_val\\w*|objective",
  "groupby|group_by|fillna|bfill|ffill|shift|rolling|expanding|corr|corrwith|duplicated|drop_duplicates|quantile|concat|merge|resample|value_counts|get_dummies|factorize",
];

const chance = [
  "seed|\\w*_seed|seed_\\w+|rand|randn\\w*|randint|randperm|random\\w*|Random\\w+|default_rng|permutation|normal_?|uniform_?|choice",
];

/** Estimators that draw at random, and are made in functions of their own. */
const drawing = "\\w*(Classifier|Regressor|KMeans|Clustering|Mixture|Forest|Perceptron)|TSNE|TruncatedSVD|FastICA";

const losses =
  "\\w*[lL]oss\\w*|\\w*crit\\w*|\\w*[cC]ross_?[eE]ntropy\\w*|\\w*nll\\w*|\\w*NLL\\w*|\\w*BCE\\w*|\\w*bce\\w*|compile|objective|\\w+_step";

const softmaxes = "\\w*[sS]oftm(ax|in)\\w*";
/** Made, called or handed on without a word of the axis. */
const withoutDim = "\\w*[sS]oftm(ax|in)\\w*(\\([01]\\)|&)";
const dropouts = "(feature_)?(alpha_)?dropout[123]?d?_?(\\([\\d,]+\\)|&)";
const missingValues = "nan|NaN|NAN|NA|NaT|\\w*nan\\w*|\\w*NaN\\w*";

const tensors =
  "(zeros|ones|full|eye|arange|linspace|logspace|empty|meshgrid|tensor|\\w*Tensor|triu|tril|as_tensor|from_numpy|\\w+_like|rand|randn|randint|randperm|stack|cat|outer|einsum|\\w+_window)\\([\\d,]+\\)";

/**
 * What a function of another file may do that the checked one is asked about: to objects that it is given, or in making what
 * it gives back. One without such a word, and without a call of one that has, is not followed when it is long. Strings, its
 * own name and its parameters do nothing, so they do not count; a name with `!` behind it counts where it is called.
 */
export const effects = names(
  "(backward|manual_backward|step|training_step|zero_grad|clear_grad|apply_gradients|minimize|clip_grad\\w*|set_epoch)!",
  "(train|train_\\w+|eval|freeze\\w*|unfreeze\\w*|requires_grad_|detach_?|load_state_dict|state_dict|\\w*parameters|compile)!",
  "(fit|fit_\\w+|transform|adapt|predict|predict_\\w+|score|evaluate\\w*|\\w+_score|accuracy|\\w*_split|cross_val\\w*)!",
  "(read_\\w+|load_\\w+|resample|fillna|groupby|drop_duplicates|(manual_)?seed(_\\w+)?|set_seed)!",
  "no_grad|inference_mode|set_grad_enabled|enable_grad|GradientTape|requires_grad=|\\w*[oO]ptimizers?|optim|\\w*[sS]cheduler|GradScaler",
  "\\w+[lL]oss|criterion|\\w*cross_?entropy\\w*|train_test_split|random_split|\\w+Split|\\w*KFold|\\w*SearchCV|DataLoader|\\w*_loader|\\w+Dataset|Subset",
);

export const topics = {
  /** Steps of training: gradients, optimizers, schedulers, checkpoints, and what is frozen. */
  steps: {
    evidence: names(
      "backward|manual_backward|step|\\w*_step|zero_grad|clear_grad|clip_grad\\w*|GradientTape|apply_gradients|minimize|set_epoch",
      "train_\\w+|trainer|Trainer|training_\\w+|freeze\\w*|requires_grad_?|requires_grad=|parameters\\([\\d,]+\\)|\\w*[oO]ptim\\w*|\\w*[sS]cheduler\\w*|\\w*[sS]caler|\\w*epochs?",
      "(running|total|epoch|train|val|avg|mean|sum|batch)_?loss\\w*|losses|best_\\w+|load_state_dict|state_dict\\([\\d,]+\\)",
    ),
    words: [names(...training, ...evaluating)],
    inTests: true,
  },
  /** Train and eval mode and recorded gradients of modules when they are called. */
  modes: {
    evidence: names(
      "eval|no_grad|inference_mode|set_grad_enabled|load_state_dict|freeze\\w*|requires_grad_?|requires_grad=",
      "argmax|topk|item|numpy|\\w*accuracy\\w*|acc|predict|predict_\\w+|predictions?|\\w+_scores?|scores?|evaluate\\w*|validate|validation|validate_\\w*(epoch|model|loop)",
      "metrics?|\\w*_loader|loader|DataLoader|infer|inference|generate|export",
    ),
    words: [
      names(
        ...training,
        ...evaluating,
        "\\w*_loader|loader|DataLoader|load|from_pretrained|export|generate|argmax|topk|item",
      ),
    ],
    inTests: true,
  },
  /** What a model gives out, and what the loss that it goes to takes. */
  outputs: {
    evidence: names(losses),
    words: [names(losses, softmaxes, "train\\w*|\\w*[sS]igmoid\\w*|pad_sequences?|pad_token\\w*|pad_i\\w+|PAD\\w*")],
    inTests: true,
  },
  /** A softmax and its axis. */
  softmax: {
    evidence: names(withoutDim),
    words: [names(withoutDim)],
    inTests: true,
    acrossMethods: true,
  },
  /** Dropout by function, which no mode switches off. */
  dropout: {
    evidence: names(dropouts),
    words: [names(dropouts)],
    inTests: true,
  },
  /** Tensors that a module may have to register. */
  buffers: {
    evidence: names(tensors),
    words: [names(tensors), names("\\w+=")],
    inTests: true,
    throughObjects: false,
  },
  /** Rows: how they are read, split, prepared, fitted on, scored. */
  data: {
    evidence: names(
      "fit|fit_\\w+|\\w+_split|split_\\w+|\\w*Split|\\w*Splitter|\\w*KFold|\\w*SearchCV|cross_val\\w*|predict|predict_\\w+|\\w+_score|scores?|evaluate|DataLoader|\\w*[lL]oaders?|\\w*Dataset",
      "(X|x|y|Y)_?(tr|te|train|test|val|valid|dev|eval)|train_\\w+|test|test_\\w+|testing|val_\\w+|valid_\\w+|\\w+_train|\\w+_test|\\w+_val|\\w+_valid|train[A-Z]\\w*|test[A-Z]\\w*|val[A-Z]\\w*",
      "objective|shift|bfill|rolling|backfill|optimize|minimize|best_\\w+|slice\\([\\d,]+\\)|holdout\\w*|held_out\\w*",
    ),
    words: [names(...training, ...evaluating, ...rows, ...chance, "softmax")],
    inTests: false,
  },
  /** How loaders and datasets of the parts are set up. */
  loaders: {
    evidence: names(
      "drop_last|ImageDataGenerator|\\w*transforms?|Compose|random_split|flow\\w*|map|augment\\w*|\\w*Dataset|\\w*Folder",
    ),
    words: [
      names(
        ...training,
        ...evaluating,
        ...rows,
        "Compose|\\w*transforms?|drop_last|flow\\w*|ImageDataGenerator|augment\\w*|map",
      ),
    ],
    inTests: false,
  },
  /** What is drawn at random, and its seeds. */
  chance: {
    evidence: names(
      "seed|\\w*_seed|seed_\\w+|rand|randn\\w*|randint|randperm|random|random_s\\w+|Random\\w+|default_rng|permutation|choice|shuffle|sample|uniform|normal",
      "sklearn|imblearn|xgboost|lightgbm|catboost|cuml|optim|DataLoader|epochs?|backward",
    ),
    words: [names(...training, ...evaluating, ...rows, ...chance, drawing)],
    inTests: false,
  },
  /** Checkpoints that are read from files. */
  checkpoints: {
    evidence: names("\\w*load\\w*"),
    words: [names("\\w*load\\w*|\\w*save\\w*|\\w*dump\\w*")],
    inTests: true,
  },
  /** What is compared with missing values. */
  missing: {
    evidence: names(missingValues),
    words: [names(missingValues, ...rows)],
    inTests: true,
  },
  /** Where models are loaded in what answers requests. */
  serving: {
    evidence: names(
      "FastAPI|APIRouter|Depends|Flask|Blueprint|Starlette|Sanic|route|api_view|\\w*APIView|\\w*ViewSet|HttpResponse|JsonResponse|aiohttp|RequestHandler|lambda_handler|gradio",
      "@huggingface|@xenova|onnxruntime-\\w+|pipeline|InferenceSession|load(Layers|Graph)Model|createDetector|imageClassifier",
    ),
    words: [
      names(
        "load\\w*|from_pretrained|pipeline|InferenceSession|SentenceTransformer|CrossEncoder|YOLO|WhisperModel|Booster|Reader|Llama|create\\w*|\\w+Model",
      ),
    ],
    inTests: false,
    everyFunction: true,
  },
  /** Calls of hosted language models: their settings, what they are told and what becomes of their answers. */
  languageModels: {
    evidence: names(
      "openai|anthropic|@anthropic-ai|genai|generativeai|ai|@ai-sdk|litellm|langchain\\w*|@langchain",
      "completions|generateContent\\w*|generate_content\\w*|a?invoke|sendMessage\\w*|send_message\\w*|ChatCompletion",
    ),
    words: [
      names(
        "a?create|a?completions?|parse|generate_content\\w*|generateContent\\w*|generate(Text|Object)|stream(Text|Object)",
        "(a|async_)?(invoke|stream|batch|predict|generate|run)|send_message\\w*|sendMessage\\w*|\\w*(OpenAI|Anthropic|GenAI|ChatModel|chat_model)\\w*",
        "chat|messages|responses|models|llm|chain|client",
      ),
    ],
    inTests: true,
    everyFunction: true,
  },
  /** Memory of TensorFlow.js, and its models. */
  tensorflowJs: {
    evidence: names(
      "fit\\w*|compile|train\\w*|dispose|tidy|keep|tensor\\w*|predict|tf|data\\w*|array\\w*|InferenceSession",
    ),
    words: [
      names(
        ...training,
        ...rows,
        "tf|dispose|tidy|keep|tensor\\w*|predict|dataSync|data|array\\w*|execute\\w*|load\\w+|save|InferenceSession|pipeline",
        "zeros\\w*|ones\\w*|scalar|range|linspace|oneHot|fromPixels|sequential|model|net|session",
      ),
    ],
    inTests: true,
    everyFunction: true,
  },
} as const satisfies Record<string, TopicWords>;

function names(...alternatives: readonly string[]): RegExp {
  return new RegExp(`^(${alternatives.join("|")})$`);
}
