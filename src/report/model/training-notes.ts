import { loops } from "../../semantics/code/frames.js";
import type { LoopFrame } from "../../semantics/follow/run.js";
import type { Model } from "../../semantics/model.js";
import { isEvaluation } from "../../semantics/torch/evaluation.js";
import { forwardPasses } from "../../semantics/torch/forward-passes.js";
import { optimizersOf } from "../../semantics/torch/optimizers.js";
import type { ParameterSet } from "../../semantics/torch/parameters.js";
import { stepsOf, type Step, type StepKind } from "../../semantics/torch/training-loop.js";
import type { Span } from "../../syntax/span.js";
import { joinWays, type Note, type NoteInFrame } from "./note.js";
import { listNames, nameOf, placeWords, sourceOf } from "./words.js";

/** The steps of training, the optimizers with what they update, and the loops that train or evaluate. */
export function trainingNotes(model: Model): readonly Note[] {
  return [...joinWays(model, stepNotes(model)), ...loopNotes(model), ...optimizerNotes(model)];
}

const deeds: Readonly<Record<StepKind, string>> = {
  clear: "clears gradients",
  backward: "goes backward",
  unscale: "unscales gradients",
  clip: "clips gradients",
  update: "updates weights",
  rescale: "moves the scaler of gradients on",
  schedule: "moves the learning rate on",
};

function stepNotes(model: Model): readonly NoteInFrame[] {
  return stepsOf(model)
    .filter(({ event }) => event.unit.path === model.path)
    .map((step) => {
      const { event, kind } = step;
      return { at: event.call, kind: "step", subject: objectWords(model, step), text: deeds[kind], frame: event.frame };
    });
}

function objectWords(model: Model, { object, losses, scaler, event }: Step): string {
  const [first] = losses;
  const on = object ?? first ?? scaler;
  return on === undefined ? sourceOf(event.unit.form, event.call.callee) : listNames(model, on);
}

/** A loop is what happens in its turns: training where weights are updated, evaluation where a pass scores. */
function loopNotes(model: Model): readonly Note[] {
  const trained = new Map<LoopFrame, Step[]>();
  for (const step of stepsOf(model)) {
    for (const loop of loops(step.event.loops)) trained.set(loop, [...(trained.get(loop) ?? []), step]);
  }
  const evaluated = new Set<LoopFrame>();
  for (const pass of forwardPasses(model)) {
    if (pass.event.loops !== undefined && isEvaluation(model, pass)) evaluated.add(pass.event.loops);
  }
  const notes: NoteInFrame[] = [];
  for (const loop of new Set([...trained.keys(), ...evaluated])) {
    if (loop.frame.unit.path !== model.path) continue;
    const steps = trained.get(loop) ?? [];
    const at: Span = { start: loop.loop.start, end: loop.loop.start + 1 };
    const note = (subject: string, text: string): void => {
      notes.push({ at, kind: "region", subject, text, frame: loop.frame });
    };
    if (steps.some(({ kind }) => kind === "update" || kind === "backward"))
      note("training loop", `in each turn: ${steps.map((step) => stepWords(model, step)).join(" → ")}`);
    if (evaluated.has(loop)) note("evaluation region", "modules run here to be scored or to predict");
  }
  return joinWays(model, notes);
}

function stepWords(model: Model, { kind, event }: Step): string {
  return `${deeds[kind]} (${placeWords(model, event.unit, event.call)})`;
}

function optimizerNotes(model: Model): readonly Note[] {
  return [...optimizersOf(model).values()]
    .filter(({ unit, optimizer }) => unit.path === model.path && optimizer.site !== undefined)
    .map(({ optimizer, parameters }) => ({
      at: optimizer.site!,
      kind: "value",
      subject: nameOf(model, optimizer),
      text: `updates ${parameterWords(model, parameters)}`,
    }));
}

function parameterWords(model: Model, { sources, tensors, isComplete }: ParameterSet): string {
  const parts = [
    ...sources.map(({ module, part }) => `${partWords[part]} of ${nameOf(model, module)}`),
    ...tensors.map((tensor) => nameOf(model, tensor)),
    ...(isComplete ? [] : ["something unknown"]),
  ];
  return parts.length === 0 ? "nothing" : parts.join(", ");
}

const partWords = { all: "all parameters", trainable: "the trainable parameters", some: "some parameters" } as const;
