import { textsOf } from "../../engine/checklist-config.js";
import { matchesGlobs } from "../../engine/globs.js";
import type { CallFact, CodeFile } from "../../project/facts/code-facts.js";
import { onceForEach } from "../../project/facts/once-for.js";
import type { ChecklistProject } from "../project.js";
import { argumentOf, argumentsOf, literalOf, textsIn, textsOfCall, wordsOf } from "./fact-values.js";

/** What a call does for the weights of a model: it saves them, keeps the best, or goes on from where a run stopped. */
export type CheckpointKind = "save" | "best" | "resume";

/** Such calls of the product's code, but those that save somewhere else than the team keeps its checkpoints. */
export function checkpointCalls({ code, config }: Pick<ChecklistProject, "code" | "config">) {
  return callsWithKinds(code).filter(({ call }) => !isElsewhere(call, config));
}

const callsWithKinds = onceForEach((file: CodeFile) =>
  file.role !== "source"
    ? []
    : file.calls.flatMap((call) => [...checkpointKinds(call, file)].map((kind) => ({ kind, file, call }))),
);

function checkpointKinds(call: CallFact, file: CodeFile): ReadonlySet<CheckpointKind> {
  const found = new Set<CheckpointKind>();
  const { path = "", name, text } = call;
  if (/\.ModelCheckpoint$/.test(path)) {
    found.add("save");
    const isKeras = path.startsWith("keras.");
    const keeps = isKeras
      ? isOn(argumentOf(call, ["save_best_only"]))
      : argumentOf(call, ["monitor"]) !== undefined &&
        literalOf(argumentOf(call, ["save_top_k"])) !== -1 &&
        literalOf(argumentOf(call, ["save_top_k"])) !== 0;
    if (keeps) found.add("best");
  } else if (/TrainingArguments$/.test(path)) {
    if (literalOf(argumentOf(call, ["save_strategy"])) !== "no") found.add("save");
    if (isOn(argumentOf(call, ["load_best_model_at_end"]))) found.add("best");
  } else if (/EarlyStopping$/.test(path) && isOn(argumentOf(call, ["restore_best_weights"]))) found.add("best");
  else if (saves(call)) {
    found.add("save");
    if (isOfBest(call, file)) found.add("best");
  }
  if (
    /BackupAndRestore$|CheckpointManager\.restore\w*$|\.CheckpointManager$|^orbax\..*\.restore$|^flax\.training\.checkpoints\.restore_checkpoint$/.test(
      path,
    )
  )
    found.add("resume");
  if (/^tensorflow\.train\.(?:Checkpoint|CheckpointManager)$/.test(path)) found.add("save");
  if (isOn(argumentOf(call, ["resume_from_checkpoint"])) || (name === "fit" && isOn(argumentOf(call, ["ckpt_path"]))))
    found.add("resume");
  if (name === "fit" && argumentOf(call, ["initial_epoch", "initialEpoch"]) !== undefined) found.add("resume");
  // The state of the optimiser is what a run that goes on needs besides the weights.
  if (name === "load_state_dict" && /optim|^opt\b/i.test(text)) found.add("resume");
  if (/^(?:accelerator\.)?load_state$/.test(text) || /Accelerator\.load_state$/.test(path)) found.add("resume");
  return found;
}

/** Does a call keep a model's weights, in a file or in a registry? */
export function saves({ path = "", name, text }: CallFact): boolean {
  if (
    /^(?:torch\.save|joblib\.dump|pickle\.dump|safetensors\.\w+\.save_\w+|cloudpickle\.dump|skops\.io\.dump|flax\.training\.checkpoints\.save_checkpoint|orbax\..*\.save|mlflow\.\w+\.(?:log_model|save_model))$/.test(
      path,
    )
  )
    return true;
  if (/^(?:save_pretrained|save_model|save_weights|save_checkpoint|export_model|push_to_hub)$/.test(name)) return true;
  return name === "save" && /model|net\b|learner|checkpoint|ckpt|trainer|manager/i.test(text);
}

/** Saved under a name with "best", or where a score is compared with the best so far. */
function isOfBest(call: CallFact, { assigns }: CodeFile): boolean {
  const words = [...textsOfCall(call), ...argumentsOf(call).map(wordsOf)];
  if (words.some((word) => /(?:^|[\W_])best(?:$|[\W_])/i.test(word))) return true;
  return assigns.some(
    ({ target, within, value }) =>
      within === call.within && /(?:^|[._])best(?:_|$)/i.test(target) && value.kind !== "literal",
  );
}

function isElsewhere(call: CallFact, config: ChecklistProject["config"]): boolean {
  const globs = textsOf(config, "checkpoints.paths");
  const paths = argumentsOf(call)
    .flatMap((value) => [...textsIn(value)])
    .filter((text) => /[./]/.test(text));
  return globs.length > 0 && paths.length > 0 && !paths.some((path) => matchesGlobs(globs, path.replace(/^\.\//, "")));
}

function isOn(value: ReturnType<typeof argumentOf>): boolean {
  const said = literalOf(value);
  return value !== undefined && said !== null && said !== false && said !== "";
}
