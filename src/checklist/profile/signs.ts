import type { ProfileKey } from "./profile.js";

/** What in a file of code, or in the name of any file, shows a fact of the profile. */
export interface Sign {
  readonly key: ProfileKey;
  /** What it shows, in words that follow on a place. */
  readonly what: string;
  /** A file of code that imports one of these, where they are given, */
  readonly imports?: readonly string[];
  /** and none of these, where they are given, */
  readonly without?: readonly string[];
  /** and calls one of these, where they are given. */
  readonly calls?: readonly string[];
  /** and one of these as well, where they are given. */
  readonly alsoCalls?: readonly string[];
  /** A file whose path from the root matches. */
  readonly files?: RegExp;
}

const deep = [
  ...["torch", "tensorflow", "keras", "tf_keras", "jax", "flax", "lightning", "pytorch_lightning", "fastai", "timm"],
  ...["transformers", "accelerate", "trl", "peft", "diffusers", "sentence_transformers", "ultralytics", "mxnet"],
];
const deepJs = ["@tensorflow/tfjs", "@tensorflow/tfjs-node", "@tensorflow/tfjs-node-gpu"];
const boosted = ["xgboost", "lightgbm", "catboost"];
const tabular = ["sklearn", ...boosted];
const learning = [...deep, ...deepJs, ...tabular, "statsmodels", "prophet"];
const frames = ["pandas", "polars", "pyspark", "dask", "datasets", "duckdb", "pyarrow", "numpy"];
const services = [
  "fastapi",
  "flask",
  "django",
  "starlette",
  "sanic",
  "aiohttp",
  "tornado",
  "grpc",
  "express",
  "bentoml",
];
const servers = ["bentoml", "litserve", "mlserver", "kserve"];
const tables = ["read_csv", "read_parquet", "read_sql", "read_excel", "read_table", "ColumnTransformer", "get_dummies"];
const writes = ["to_csv", "to_parquet", "to_sql", "to_gbq", "write_parquet", "write_csv", "write_table", "saveAsTable"];

/** The signs of each fact; any one of them shows it. Names of files alone show nothing but what a file of that name is. */
export const signs: readonly Sign[] = [
  {
    key: "training",
    what: "trains a model",
    imports: learning,
    calls: [
      "fit",
      "fit_transform",
      "fit_generator",
      "backward",
      "minimize",
      "apply_gradients",
      "train_on_batch",
      "fitDataset",
    ],
  },
  { key: "training", what: "trains a model", imports: boosted, calls: ["train"] },
  {
    key: "training",
    what: "trains with a trainer",
    imports: learning,
    calls: ["Trainer", "SFTTrainer", "Seq2SeqTrainer"],
    // One that is only made to save a model with trains nothing.
    alsoCalls: ["train", "fit", "hyperparameter_search"],
  },
  { key: "serving", what: "answers requests with predictions", imports: services, calls: predictions() },
  { key: "serving", what: "serves a model", imports: servers },
  { key: "online", what: "answers requests with predictions", imports: services, calls: predictions() },
  { key: "batch", what: "writes predictions", calls: ["predict", "predict_proba", "generate"], alsoCalls: writes },
  { key: "deepLearning", what: "uses deep learning", imports: [...deep, ...deepJs] },
  // What a network is beside a metric or a split of scikit-learn is no estimator's `fit`.
  { key: "tabular", what: "learns from a table", imports: tabular, without: [...deep, ...deepJs], calls: ["fit"] },
  { key: "tabular", what: "learns from a table", imports: tabular, calls: ["fit"], alsoCalls: tables },
  { key: "tabular", what: "learns from a table", imports: boosted, calls: ["fit", "train"] },
  {
    key: "vision",
    what: "works on images",
    imports: ["torchvision", "cv2", "PIL", "timm", "albumentations", "skimage", "kornia"],
  },
  {
    key: "text",
    what: "works on text",
    imports: ["transformers", "spacy", "nltk", "gensim", "tokenizers", "sentence_transformers"],
  },
  {
    key: "timeSeries",
    what: "works on time series",
    imports: ["prophet", "darts", "sktime", "gluonts", "neuralforecast", "statsforecast"],
  },
  { key: "timeSeries", what: "splits by time", calls: ["TimeSeriesSplit"] },
  {
    key: "edge",
    what: "makes a model for devices",
    imports: ["coremltools", "tflite_runtime", "executorch", "ai_edge_litert"],
  },
  { key: "edge", what: "makes a model for devices", calls: ["TFLiteConverter", "optimize_for_mobile"] },
  {
    key: "supervised",
    what: "learns from labels",
    calls: [
      ...classifying(),
      "LinearRegression",
      "RandomForestRegressor",
      "XGBRegressor",
      "LGBMRegressor",
      "MSELoss",
      "Ridge",
      "Lasso",
    ],
  },
  { key: "classification", what: "classifies", calls: classifying() },
  {
    key: "readsData",
    what: "reads data",
    calls: [
      "read_csv",
      "read_parquet",
      "read_json",
      "read_sql",
      "read_excel",
      "read_table",
      "load_dataset",
      "ImageFolder",
      "TFRecordDataset",
      "DataLoader",
      "scan_parquet",
      "scan_csv",
      "readCSV",
      "scanCSV",
      "csvParse",
    ],
  },
  {
    key: "features",
    what: "makes features",
    imports: [...frames, ...tabular],
    calls: ["fit_transform", "transform", "get_dummies", "assign", "with_columns", "map", "Compose", "rolling"],
  },
  {
    key: "features",
    what: "makes features",
    imports: tabular,
    calls: [
      ...["StandardScaler", "MinMaxScaler", "RobustScaler", "MaxAbsScaler", "PowerTransformer", "QuantileTransformer"],
      ...["OneHotEncoder", "OrdinalEncoder", "TargetEncoder", "KBinsDiscretizer", "PolynomialFeatures"],
      ...["SimpleImputer", "KNNImputer", "IterativeImputer", "TfidfVectorizer", "CountVectorizer"],
      ...["ColumnTransformer", "make_column_transformer", "FunctionTransformer", "SplineTransformer"],
    ],
  },
  {
    key: "features",
    what: "makes features",
    imports: ["torchvision", "albumentations", "kornia", "monai"],
    calls: ["Compose", "Normalize", "RandomResizedCrop"],
  },
  {
    key: "borrowedModels",
    what: "loads a model of others",
    calls: ["from_pretrained", "pipeline", "SentenceTransformer", "hf_hub_download", "snapshot_download", "KerasLayer"],
  },
  { key: "borrowedModels", what: "loads a model of others", imports: ["timm"], calls: ["create_model"] },
  {
    key: "pipeline",
    what: "declares a pipeline",
    files: /(?:^|\/)(?:dvc\.yaml|Snakefile|MLproject|azureml-pipeline\.ya?ml)$/,
  },
  {
    key: "pipeline",
    what: "declares a pipeline",
    imports: ["airflow", "prefect", "dagster", "kfp", "metaflow", "kedro", "zenml", "luigi", "tfx"],
  },
  {
    key: "ci",
    what: "is run by continuous integration",
    files:
      /^(?:\.github\/workflows\/[^/]+\.ya?ml|\.gitlab-ci\.yml|azure-pipelines\.yml|\.circleci\/config\.yml|Jenkinsfile|\.travis\.yml|bitbucket-pipelines\.yml|\.drone\.yml|\.woodpecker(?:\.ya?ml|\/[^/]+\.ya?ml)|\.buildkite\/[^/]+\.ya?ml)$/,
  },
  { key: "notebooks", what: "is a notebook", files: /\.ipynb$/ },
];

/** Calls that make a prediction. */
export function predictions(): readonly string[] {
  return ["predict", "predict_proba", "generate", "inference", "infer", "no_grad", "inference_mode", "predictOnBatch"];
}

function classifying(): readonly string[] {
  return [
    ...["CrossEntropyLoss", "NLLLoss", "BCELoss", "BCEWithLogitsLoss", "LogisticRegression", "RandomForestClassifier"],
    ...[
      "XGBClassifier",
      "LGBMClassifier",
      "CatBoostClassifier",
      "GradientBoostingClassifier",
      "SVC",
      "DummyClassifier",
    ],
    ...["classification_report", "predict_proba", "SparseCategoricalCrossentropy", "CategoricalCrossentropy"],
    ...["AutoModelForSequenceClassification", "AutoModelForImageClassification", "roc_auc_score", "ImageFolder"],
  ];
}
