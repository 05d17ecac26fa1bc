/** Functions and classes that read a model's weights into memory, by the package that they are of. */
const loaders: ReadonlyMap<string, RegExp> = new Map([
  // Python.
  ["joblib", /^load$/],
  ["cloudpickle", /^load$/],
  ["skops", /^io\.load$/],
  ["torch", /^(load|jit\.load|hub\.load|export\.load)$/],
  ["keras", /^(models|saving)\.load_model$/],
  ["tensorflow", /^(saved_model\.load|lite\.Interpreter)$/],
  ["tensorflow_hub", /^(load|KerasLayer)$/],
  ["onnxruntime", /^InferenceSession$/],
  ["mlflow", /^(\w+\.)?load_model$/],
  ["transformers", /^(pipeline|(\w+\.)*\w*(Model\w*|For[A-Z]\w*|LM\w*|Pipeline)\.from_pretrained)$/],
  ["diffusers", /^(\w+\.)*\w+Pipeline\.from_pretrained$/],
  ["peft", /^(\w+\.)*\w*Model\w*\.from_pretrained$/],
  ["sentence_transformers", /^(SentenceTransformer|CrossEncoder)$/],
  ["spacy", /^load$/],
  ["whisper", /^load_model$/],
  ["faster_whisper", /^WhisperModel$/],
  ["ultralytics", /^YOLO$/],
  ["fasttext", /^load_model$/],
  ["fastai", /(^|\.)load_learner$/],
  ["gensim", /(^|\.)(load|load_word2vec_format|downloader\.load)$/],
  ["easyocr", /^Reader$/],
  ["llama_cpp", /^Llama$/],
  ["ctranslate2", /^(Translator|Generator)$/],
  ["lightgbm", /^Booster$/],
  ["timm", /^create_model$/],
  ["openvino", /(^|\.)(read_model|compile_model)$/],
  // TypeScript and JavaScript.
  ["@tensorflow/tfjs", /^(loadLayersModel|loadGraphModel|loadGraphModelSync|node\.loadSavedModel)$/],
  ["@tensorflow/tfjs-automl", /^load\w+$/],
  ["@tensorflow/tfjs-tflite", /^loadTFLiteModel$/],
  ["onnxruntime-web", /^InferenceSession\.create$/],
  ["@huggingface/transformers", /^(pipeline|\w*(Model\w*|For[A-Z]\w*|LM\w*)\.from_pretrained)$/],
  [
    "ml5",
    /^(imageClassifier|bodyPose|bodySegmentation|faceMesh|handPose|poseNet|objectDetector|sentiment|soundClassifier|word2vec)$/,
  ],
  ["nsfwjs", /^load$/],
  ["@teachablemachine/image", /^load\w*$/],
  ["@teachablemachine/pose", /^load\w*$/],
  ["@mediapipe/tasks-vision", /\.createFrom\w+$/],
  ["@mlc-ai/web-llm", /^CreateMLCEngine$/],
  ["fastembed", /\.init$/],
]);

/** Does a call of this path read a model's weights? */
export function loadsModel(path: string): boolean {
  if (path.startsWith("@tensorflow-models/"))
    return /\.(load\w*|createDetector|createModel|createSegmenter)$/.test(path);
  for (const [library, names] of loaders)
    if (path.startsWith(`${library}.`) && names.test(path.slice(library.length + 1))) return true;
  return false;
}

/** Decorators and functions that keep what a function has given once. */
export const keepsResult = /cache|memo|once|lazy|singleton/i;
