import { isPredictorType, isTransformerType } from "../../knowledge/sklearn.js";
import { isModuleType } from "../../knowledge/torch.js";
import type { CallFact, CodeFile } from "../../project/facts/code-facts.js";
import { onceFor, onceForEach } from "../../project/facts/once-for.js";
import type { ChecklistProject } from "../project.js";
import { leadingTo, leadsTo, nodeOf } from "./call-graph.js";
import type { FoundCall } from "./code-evidence.js";

/** Calls that train a model. To fit a scaler or a vectorizer is no training. */
export function trainingCalls(
  { code }: Pick<ChecklistProject, "code">,
  roles: readonly CodeFile["role"][] = ["source"],
): readonly FoundCall[] {
  return allTraining(code).filter(({ file }) => roles.includes(file.role));
}

/** Does nothing but notebooks train? Their seeds and splits then are those of the training. */
export function trainsInNotebooksOnly({ code }: Pick<ChecklistProject, "code">): boolean {
  return inNotebooksOnly(code);
}

const inNotebooksOnly = onceFor(
  (code: readonly CodeFile[]) =>
    trainingCalls({ code }).length === 0 && trainingCalls({ code }, ["notebook"]).length > 0,
);

/** The roles of code that trains the product's models: notebooks where nothing else does. */
export function trainingRoles(project: Pick<ChecklistProject, "code">): readonly CodeFile["role"][] {
  return trainsInNotebooksOnly(project) ? ["source", "notebook"] : ["source"];
}

const allTraining = onceForEach((file: CodeFile): readonly FoundCall[] =>
  file.calls.filter(trains).map((call) => ({ file, call })),
);

export function trains({ name, path, text, target }: CallFact): boolean {
  if (target !== undefined) return false;
  if (fits.has(name)) {
    const owner = path?.slice(0, path.lastIndexOf(".")) ?? "";
    return path === undefined
      ? text.includes(".") && !/(?:scaler|encoder|vectori[sz]er|imputer)\w*\./i.test(text)
      : !isTransformerType(owner);
  }
  if (name === "train" && path !== undefined) {
    const owner = path.slice(0, path.lastIndexOf("."));
    return /^(?:xgboost|lightgbm)$|Trainer$|^ultralytics\./.test(owner);
  }
  // A trainer that comes from somewhere unknown: `trainer.train()`, but no `model.train()`, which only sets a mode.
  return name === "train" && path === undefined && /trainer\.train$/i.test(text);
}

const fits: ReadonlySet<string> = new Set([
  ...["fit", "fit_generator", "partial_fit", "train_on_batch", "fitDataset", "trainOnBatch"],
  ...["backward", "manual_backward", "apply_gradients", "minimize", "value_and_grad", "cross_val_score"],
]);

/** The functions of the product that lead to training, as `path#name`. */
export function trainers({ code }: Pick<ChecklistProject, "code">): ReadonlySet<string> {
  return trainersIn(code);
}

const trainersIn = onceFor((code: readonly CodeFile[]) =>
  leadingTo(
    { code },
    trainingCalls({ code }, trainingRoles({ code })).map(({ file, call }) => nodeOf(file.path, call.within)),
  ),
);

/** All that a run of training comes to, as `path#name`: what leads to it, and what that leads to. */
export function trainingRun({ code }: Pick<ChecklistProject, "code">): ReadonlySet<string> {
  return trainingRunIn(code);
}

const trainingRunIn = onceFor((code: readonly CodeFile[]) => {
  const roles = trainingRoles({ code });
  const source = new Set(code.filter(({ role }) => roles.includes(role)).map(({ path }) => path));
  const own = [...trainersIn(code)].filter((node) => source.has(node.slice(0, node.indexOf("#"))));
  return leadsTo({ code }, own);
});

/** Is a class or function of a library a model, or does it make one? */
export function makesModel(path: string): boolean {
  return (
    isPredictorType(path) ||
    modelMakers.test(path) ||
    (isModuleType(path) && !path.startsWith("torch.nn.")) ||
    /^(?:lightgbm|xgboost)\.train$/.test(path)
  );
}

const modelMakers =
  /^(?:keras\.(?:\w+\.)*(?:Sequential|Model)|torch\.nn\.Sequential|@tensorflow\/tfjs\.(?:sequential|model)|sklearn\.pipeline\.(?:Pipeline|make_pipeline)|flax\.\w+\.Module|equinox\.Module|prophet\.Prophet|statsmodels\..*\.[A-Z]\w*)$/;

/** Is a class of the project a network: does it inherit from a library's? */
export function isNetwork(bases: readonly string[]): boolean {
  return bases.some((base) =>
    /^(?:torch\.nn\.(?:\w+\.)*Module|pytorch_lightning\.(?:\w+\.)*LightningModule|keras\.(?:\w+\.)*(?:Model|Layer)|flax\.(?:\w+\.)*Module|equinox\.Module|transformers\.(?:\w+\.)*PreTrainedModel|torch_geometric\.nn\.\w+)$/.test(
      base,
    ),
  );
}
