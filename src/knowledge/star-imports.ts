/** What `from MODULE import *` brings in, for modules that people import in this way: a name, and the path it is known by. */
interface StarModule {
  readonly module: RegExp;
  readonly names: RegExp;
  /** Where the names are at home, when that is not the module itself. */
  readonly home?: string;
}

const starModules: readonly StarModule[] = [
  {
    module: /^torch\.nn$/,
    names:
      /^(Module(List|Dict)?|Sequential|(Lazy)?Linear|Embedding|\w*Conv(Transpose)?\dd|\w*Norm\w*|\w*Dropout\w*|\w*Pool\dd|(Leaky|R|P)?ReLU6?|[EG]ELU|SiLU|Sigmoid|Tanh|Log(Softmax|Sigmoid)|Softmax|LSTM|GRU|RNN|Transformer\w*|MultiheadAttention|Flatten|Identity|Parameter|DataParallel|\w+Loss)$/,
  },
  { module: /^torch\.optim$/, names: /^(SGD|Adam\w*|RMSprop|Adagrad|LBFGS|Rprop|NAdam|RAdam)$/ },
  { module: /^torch\.utils\.data$/, names: /^(\w*Dataset|DataLoader|Subset|random_split|\w*Sampler)$/ },
  {
    module: /^keras\.layers$/,
    names:
      /^(Dense|Dropout|Flatten|Activation|Input|\w*Conv[123]D(Transpose)?|Convolution2D|\w*Pooling[123]D|BatchNormalization|LayerNormalization|Embedding|LSTM|GRU|Bidirectional|TimeDistributed|Softmax|Reshape|Normalization|TextVectorization|Random\w+|Rescaling|Concatenate|Add|ReLU|LeakyReLU|MultiHeadAttention)$/,
  },
  { module: /^keras\.models$/, names: /^(Sequential|Model|load_model)$/ },
  { module: /^keras\.callbacks$/, names: /^(EarlyStopping|ModelCheckpoint|ReduceLROnPlateau|TensorBoard|Callback)$/ },
  { module: /^keras\.preprocessing\.image$/, names: /^(ImageDataGenerator|load_img|img_to_array)$/ },
  {
    module: /^sklearn\.model_selection$/,
    names: /^(train_test_split|\w+SearchCV|cross_val\w+|\w*KFold|\w*Split|\w+_curve)$/,
  },
  {
    module: /^sklearn\.preprocessing$/,
    names: /^(\w+Scaler|\w+Encoder|Normalizer|\w+Transformer|PolynomialFeatures)$/,
  },
  {
    module: /^sklearn\.metrics$/,
    names: /^(\w+_score|\w+_error|confusion_matrix|classification_report|log_loss|\w+_curve)$/,
  },
  {
    module:
      /^sklearn\.(linear_model|ensemble|svm|tree|neighbors|naive_bayes|decomposition|feature_selection|impute|pipeline)$/,
    names:
      /^(\w+(Classifier|Regress(or|ion)\w*|Imputer|Pipeline|NB|CV|PCA)|Ridge|Lasso|ElasticNet|(Linear)?SV[CR]|PCA|SelectKBest|RFE|Pipeline|make_pipeline)$/,
  },
  {
    module: /^fastai\.(\w+\.)*(all|core|vision|text|tabular|basics|data|learner)$/,
    names:
      /^(Learner|DataLoaders?|DataBlock|\w+DataLoaders|TabularPandas|\w+_learner|(Early|Save|ReduceLR)\w*Callback|aug_transforms)$/,
    home: "fastai.all",
  },
  { module: /^fastai\.(\w+\.)*all$/, names: /^(nn|optim)$/, home: "torch" },
  { module: /^fastai\.(\w+\.)*all$/, names: /^torch$/, home: "" },
];

/** The path of a name that the star import of a module binds; undefined where that is not known. */
export function starImported(module: string, name: string): string | undefined {
  const found = starModules.find((star) => star.module.test(module) && star.names.test(name));
  if (found === undefined) return undefined;
  const home = found.home ?? module;
  return home === "" ? name : `${home}.${name}`;
}
