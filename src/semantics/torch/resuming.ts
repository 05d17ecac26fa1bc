import type { Expression } from "../../syntax/expressions.js";
import { ancestors } from "./graph.js";
import { loops } from "../code/frames.js";
import type { CallEvent, LoopFrame } from "../follow/run.js";
import type { Model } from "../model.js";
import { optimizersOf, type MadeOptimizer } from "./optimizers.js";
import { ownerKind, stateDictsOf, type StateDict, type StateUse } from "./state-dicts.js";
import { updatesOf } from "./training-loop.js";
import type { Entity } from "../values.js";
import { orderOf } from "../code/call-order.js";

/** A checkpoint from which training goes on, and that holds weights only. */
export interface BareCheckpoint {
  readonly save: CallEvent;
  /** What is saved: the dict or the state dict. */
  readonly saved: Expression;
  /** Where the run goes on from such a file. */
  readonly load: CallEvent;
  readonly optimizer: MadeOptimizer;
}

/** Saves in a training run that can be resumed, none of which keeps the state of its optimizer. */
export function bareCheckpoints(model: Model): readonly BareCheckpoint[] {
  const { taken, saves, loads } = stateDictsOf(model);
  if (saves.length === 0 || loads.length === 0) return [];
  if (taken.some(({ owner }) => mayBeOptimizer(model, owner)) || model.mentions(keepsState)) return [];
  const optimizer = steppedWithState(model);
  const load = optimizer === undefined ? undefined : loads.find((use) => resumes(model, use));
  if (optimizer === undefined || load === undefined) return [];
  const found = new Map<Expression, BareCheckpoint>();
  for (const save of saves) {
    const saved = savedArgument(save);
    if (saved === undefined || save.event.unit.path !== model.path || save.event.loops === undefined) continue;
    if (isMadeAnew(model, optimizer, save.event.loops)) continue;
    if (!holdsModule(model, save, taken)) continue;
    found.set(saved, { save: save.event, saved, load: load.event, optimizer });
  }
  return [...found.values()];
}

/** Each turn of the loop that saves makes the optimizer anew: it carries nothing over, in a resumed run as in this one. */
function isMadeAnew(model: Model, { position }: MadeOptimizer, { loop }: LoopFrame): boolean {
  return [...loops(model.allCalls[position]?.loops)].some((around) => around.loop === loop);
}

/** Frameworks that save everything, and optimizers that are saved whole or by a name of the user's own. */
const keepsState =
  /save_state\(|optim\w*\.state_dict|opt\w*\.load_state_dict|torch\.save\(\s*optim|save_training_state/i;

/** `getattr(self, name).state_dict()` may be that of anything. */
function mayBeOptimizer(model: Model, owner: Entity): boolean {
  const kind = ownerKind(model, owner);
  const isUnknown = owner.type === undefined && owner.class === undefined && owner.origin.how !== "parameter";
  return kind === "optimizer" || (kind === "other" && isUnknown) || isLookedUp(owner);
}

function isLookedUp({ origin }: Entity): boolean {
  return origin.how === "call" && (origin.path === "builtins.getattr" || origin.path === "builtins.vars");
}

/** An optimizer that remembers past gradients. */
function steppedWithState(model: Model): MadeOptimizer | undefined {
  const made = optimizersOf(model);
  for (const { optimizer } of updatesOf(model)) {
    const known = optimizer === undefined ? undefined : made.get(optimizer);
    if (known !== undefined && keepsMoments(known.optimizer)) return known;
  }
  return undefined;
}

/** Does the optimizer keep averages of past gradients? Plain SGD does not. */
export function keepsMoments({ type, origin }: Entity): boolean {
  if (origin.how !== "call") return true;
  if (type === undefined || !/\.SGD$/.test(type)) return true;
  const momentum = origin.args.named.get("momentum") ?? origin.args.positional[2];
  return momentum !== undefined && !(momentum.kind === "literal" && momentum.value === 0);
}

/** Averages of past gradients, or weight decay: what moves weights without a gradient. */
export function hasMemory(optimizer: Entity): boolean {
  if (keepsMoments(optimizer) || optimizer.origin.how !== "call") return true;
  const decay = optimizer.origin.args.named.get("weight_decay");
  return decay !== undefined && !(decay.kind === "literal" && decay.value === 0);
}

/** The weights come from a file before the updates, and the code says that an earlier run goes on. */
function resumes(model: Model, { event, position, given }: StateUse): boolean {
  const fromFile = [...ancestors(model, given)].filter(isLoadedFile);
  if (fromFile.length === 0) return false;
  const after = updatesOf(model).filter((update) => orderOf(model, update.event) > position);
  if (after.length === 0 || !isTrainedModule(model, event)) return false;
  const counts = after.some(({ event: step }) =>
    [...loops(step.loops)].some(({ loop, iterable }) => {
      const start = loop.iterable === undefined ? "" : model.text(loop.iterable);
      const counted = iterable === undefined ? [] : [...ancestors(model, [iterable])];
      return startWords.test(start) || counted.some((entity) => fromFile.includes(entity));
    }),
  );
  return counts || model.mentions(countsOn) || saysResume(event, fromFile);
}

/** The epoch or the step is taken from the checkpoint. */
const countsOn = /(=|\breturn)\s*\(?[\w.]+(\[|\.get\()\s*["'](\w+_)?(epoch|iter|iteration|iterations|step|it)["']/;

const startWords =
  /start(ing)?_?epoch|epoch_?start|begin_?epoch|initial_epoch|last_epoch|resume|epoch0|first_epoch|start_iter|start_step/i;

function saysResume({ branches, frame }: CallEvent, files: readonly Entity[]): boolean {
  for (let at = branches; at !== undefined; at = at.parent) {
    const { test } = at.branch;
    if (resumeWords.test(at.frame.unit.form.text.slice(test.start, test.end))) return true;
  }
  if (frame.closure?.form.name !== undefined && resumeWords.test(frame.closure.form.name)) return true;
  return files.some(
    ({ site, unit }) => site !== undefined && resumeWords.test(unit.form.text.slice(site.start, site.end)),
  );
}

const resumeWords = /resum|continue_(train|from)|restart|restore_training|last_checkpoint|latest|newest/i;

function isLoadedFile({ origin }: Entity): boolean {
  return (
    origin.how === "call" &&
    origin.path !== undefined &&
    /^(torch\.load|safetensors\.torch\.load_file)$/.test(origin.path)
  );
}

function isTrainedModule(model: Model, { receiver }: CallEvent): boolean {
  return receiver?.kind === "entity" && ownerKind(model, receiver) === "module";
}

/** What is saved, where it is put together if the same function does that. */
function savedArgument({ event: { call, frame, unit }, given: [saved] }: StateUse): Expression | undefined {
  const written = (call.args.find(({ name }) => name === "obj") ?? call.args.find(({ name }) => name === undefined))
    ?.value;
  if (written?.kind !== "Name" || saved?.kind !== "entity" || saved.site?.kind !== "Mapping") return written;
  const form = frame.closure?.form;
  const isMadeHere =
    saved.unit === unit && (form === undefined || (form.start <= saved.site.start && saved.site.end <= form.end));
  return isMadeHere ? saved.site : written;
}

/** Are the weights of a module in it, and not those of the best turn, which nobody resumes from? */
function holdsModule(model: Model, { event, given }: StateUse, taken: readonly StateDict[]): boolean {
  const held = ancestors(model, given.slice(0, 1));
  if (!taken.some(({ owner, result }) => held.has(result) && ownerKind(model, owner) === "module")) return false;
  return !/best|final|export|deploy|infer/i.test(event.unit.form.text.slice(event.call.start, event.call.end));
}
