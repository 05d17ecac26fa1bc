import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { Detector } from "../../project.js";
import { type CheckpointKind, checkpointCalls } from "../../search/checkpoints.js";
import { callEvidence } from "../../search/code-evidence.js";
import { countedFindings } from "../../search/counted-findings.js";
import { objectionsOf } from "../findings.js";

/** Are checkpoints kept, is the best one chosen, and can a run that stopped go on? */
export const detector: Detector = (project) => {
  const found = checkpointCalls(project).map(({ kind, file, call }) => ({
    kind,
    evidence: callEvidence(project, { file, call }, { what: `\`${call.text}\` ${does[kind]}`, rule: kind }),
  }));
  const kinds = new Set(found.map(({ kind }) => kind));
  const saved = found.find(({ kind }) => kind === "save") ?? found[0];
  const hasModel = kinds.has("save") || kinds.has("best");
  const open = (["best", "resume"] as const).filter((kind) => !kinds.has(kind));
  const objections: readonly Objection[] =
    saved === undefined || !hasModel || open.length === 0
      ? []
      : [
          {
            path: saved.evidence.path,
            line: saved.evidence.line,
            allows: "partial",
            what: open.map((kind) => lacks[kind]).join(", and "),
            rule: "checkpoints",
          },
        ];
  const evidence: readonly Evidence[] = hasModel ? found.map((one) => one.evidence) : [];
  return detected({
    evidence,
    objections: [
      ...objections,
      ...objectionsOf(countedFindings(project), ["checkpoint-without-optimizer-state", "best-weights-not-kept"]),
    ],
    missing: hasModel
      ? open.map((kind) => ways[kind])
      : ["Save the model while it trains: weights, optimiser, schedule and step.", ...open.map((kind) => ways[kind])],
    searched: [
      "Calls that save or load weights and the state of the optimiser, callbacks for checkpoints, and options to go on with a run.",
    ],
  });
};

const does: Readonly<Record<CheckpointKind, string>> = {
  save: "saves the model",
  best: "keeps the best model",
  resume: "lets a run go on",
};

const lacks: Readonly<Record<"best" | "resume", string>> = {
  best: "the best model is not kept apart from the last one",
  resume: "no run can go on from where it stopped, with the state of its optimiser",
};

const ways: Readonly<Record<"best" | "resume", string>> = {
  best: "Keep the model with the best validation score: `ModelCheckpoint(monitor=…)`, `load_best_model_at_end=True`.",
  resume: "Load weights, optimiser and step when a run goes on: `ckpt_path=`, `resume_from_checkpoint=`.",
};
