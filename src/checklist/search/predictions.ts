import type { CallFact } from "../../project/facts/code-facts.js";

/** Does a call ask a model for a prediction? */
export function isPredicting({ name, path }: Pick<CallFact, "name" | "path">): boolean {
  return predicting.has(name) || (path !== undefined && languageModels.test(path));
}

/** Does a call compute how good predictions are? */
export function isJudging({ name, path }: CallFact): boolean {
  return path === undefined ? judgingMethods.has(name) : metricPaths.test(path);
}

const predicting: ReadonlySet<string> = new Set([
  ...["predict", "predict_proba", "predict_log_proba", "predict_on_batch", "predictOnBatch", "decision_function"],
  ...["generate", "infer", "forecast", "transcribe", "inference_mode", "no_grad"],
]);

/** A language model behind an interface. */
const languageModels =
  /^(?:openai|anthropic|litellm|ollama|cohere|mistralai|together|groq|google\.genai|google\.generativeai)\b.*\.?(?:create|parse|complete|completion|acompletion|chat|generate_content|stream)$/;

const judgingMethods: ReadonlySet<string> = new Set(["evaluate", "score", "cross_val_score", "compute_metrics"]);

const metricPaths =
  /^(?:sklearn\.metrics\.(?!pairwise|ConfusionMatrixDisplay)\w+|torchmetrics\..*|evaluate\.load|keras\.metrics\..*|sklearn\.model_selection\.cross_(?:val_score|validate)|scipy\.stats\.(?:spearmanr|pearsonr)|seqeval\.metrics\.\w+|sacrebleu\..*|rouge_score\..*|jiwer\.\w+|sklearn\.\w+(?:\.\w+)*\.score|keras\.(?:Model|Sequential)\.evaluate|keras\.models\.(?:Model|Sequential)\.evaluate|transformers\.\w*Trainer\.evaluate|pytorch_lightning\.Trainer\.(?:test|validate))$/;
