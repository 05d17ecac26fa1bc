import { changesWithMode, dependsOnMode } from "../../knowledge/torch.js";
import type { Expression } from "../../syntax/expressions.js";
import { frames, loops } from "../code/frames.js";
import { inheritedClasses } from "../code/class-attributes.js";
import type { CallEvent } from "../follow/run.js";
import type { Unit } from "../follow/unit.js";
import type { Model } from "../model.js";
import { forwardPasses, type ForwardPass } from "./forward-passes.js";
import { freezingsOf, type Freezing } from "./freezing.js";
import { ancestors } from "./graph.js";
import { modeCalls, type ModeCall } from "./mode-calls.js";
import { copiedFrom, holds, partsOf } from "./modules.js";
import { backwardsOf } from "./training-loop.js";
import { Mode, type Entity, type Value } from "../values.js";

/** A frozen module that a training pass runs in train mode. */
export interface FrozenInTrain {
  readonly module: Entity;
  readonly freezing: Freezing;
  /** The call that put it in train mode, or the pass where nobody set a mode. */
  readonly at: Expression;
  readonly unit: Unit;
  readonly isSet: boolean;
}

export function* frozenInTrainMode(model: Model): Iterable<FrozenInTrain> {
  yield* setRightAfter(model);
  const positions = new Map(model.allCalls.map((event, position) => [event, position]));
  for (const freezing of freezingsOf(model)) {
    if (!freezesMost(freezing)) continue;
    for (const source of freezing.sources) {
      const module = ownerOf(source.module);
      if (!certainlyChanges(model, module) || copiedFrom(module) !== undefined || isUnfrozen(model, module)) continue;
      const pass = forwardPasses(model).find(
        ({ event, module: run, trains }) =>
          trains && (positions.get(event) ?? 0) > freezing.position && holds(model, run, module),
      );
      const isKept = pass === undefined || keepsItsMode(model, module);
      const found = isKept ? undefined : setIn(model, module, pass, positions);
      if (found !== undefined) yield { module, freezing, ...found };
    }
  }
}

/** A loop over several modules freezes one of them and then puts that very one in train mode, whatever it may be. */
function* setRightAfter(model: Model): Iterable<FrozenInTrain> {
  const trains = modeCalls(model).filter(({ sets }) => sets === "train");
  if (trains.length === 0 || backwardsOf(model).length === 0) return;
  for (const freezing of freezingsOf(model)) {
    if (freezing.wants !== false || freezing.conditions.length > 0) continue;
    for (const { module } of freezing.sources) {
      const isKnown = module.type !== undefined || module.class !== undefined;
      if (isKnown ? !certainlyChanges(model, module) : module.origin.how === "unknown") continue;
      const call = trains.find(({ module: set, event }) => set === module && isNext(model, freezing, event));
      if (call === undefined || isUnfrozen(model, module) || isSetAgain(model, call)) continue;
      yield { module, freezing, at: call.event.call, unit: call.event.unit, isSet: true };
    }
  }
}

/** Does the call come in the same turn of a loop, in the function that freezes, be it with a helper? */
function isNext(model: Model, { frame, loops: around, position }: Freezing, event: CallEvent): boolean {
  if (event.loops === undefined || ![...loops(around)].includes(event.loops)) return false;
  return model.allCalls.indexOf(event) >= position && [...frames(frame)].includes(event.frame);
}

/** `v.train()` for all, then `eval()` for those that are frozen. */
function isSetAgain(model: Model, { module, event }: ModeCall): boolean {
  return modeCalls(model).some(
    (other) => other.sets !== "train" && other.event.frame === event.frame && concerns(model, other, module),
  );
}

/** Without a condition, or with one that leaves out a head or picks a backbone; not of normalisation layers alone. */
function freezesMost({ wants, conditions, at, unit }: Freezing): boolean {
  const texts = conditions.map(({ text, taken }) => (taken ? text : `not ${text}`));
  if (wants === true) return false;
  if (wants === undefined) {
    // `p.requires_grad = name.startswith("head")` freezes all the rest.
    const rest = decidedBy(at, unit);
    if (!/\bin\b|startswith|endswith/.test(rest)) return false;
    texts.push(`not ${rest}`);
  }
  return texts.every((text) => {
    if (/isinstance|requires_grad|bias|bn|norm|epoch|train(ing|able)/i.test(text)) return false;
    return (
      /\bnot\b|!=|</.test(text) ||
      /backbone|encoder|feature|base|trunk|body|stem|conv|layer|bert|resnet|startswith|\bin\b/i.test(text)
    );
  });
}

/** What stands behind `p.requires_grad =` or in `p.requires_grad_(...)`. */
function decidedBy(at: Expression, unit: Unit): string {
  const { text } = unit.form;
  const given = at.kind === "Call" ? at.args[0]?.value : undefined;
  if (at.kind === "Call") return given === undefined ? "" : text.slice(given.start, given.end);
  return text.slice(at.end, at.end + 120).split("\n")[0] ?? "";
}

/** The module whose children or layers a loop goes over. */
function ownerOf(module: Entity): Entity {
  const { origin } = module;
  let next: Value | undefined;
  if (origin.how === "element" || origin.how === "index" || origin.how === "slice") next = origin.of;
  else if (origin.how === "call" && /^(named_)?(children|modules)$/.test(origin.method ?? "")) next = origin.receiver;
  else if (origin.how === "call" && /^builtins\.(list|enumerate|reversed|tuple)$/.test(origin.path ?? ""))
    [next] = origin.args.positional;
  return next?.kind === "entity" ? ownerOf(next) : module;
}

/** Is a layer in it that computes something else in train mode, for certain? */
function certainlyChanges(model: Model, module: Entity): boolean {
  return [...partsOf(model, module)].some(({ type, origin }) => {
    if (type !== undefined) return changesWithMode(type, literals(origin)) || (dependsOnMode(type) && !isOff(origin));
    // A part of a network of a library: its layers, but for the classifier.
    if (origin.how !== "attribute" || origin.of.kind !== "entity" || origin.of.type === undefined) return false;
    return (
      !/^(fc|classifier|head|lm_head)/.test(origin.name) && changesWithMode(origin.of.type, literals(origin.of.origin))
    );
  });
}

function literals(origin: Entity["origin"]): string {
  if (origin.how !== "call") return "";
  const given = [...origin.args.positional, ...origin.args.named.values()];
  return given.flatMap((value) => (value.kind === "literal" ? [String(value.value)] : [])).join(" ");
}

/** `nn.Dropout(0)` and `BatchNorm(track_running_stats=False)`. */
function isOff(origin: Entity["origin"]): boolean {
  if (origin.how !== "call") return false;
  const [first] = origin.args.positional;
  return /Dropout/.test(origin.path ?? "") && first?.kind === "literal" && first.value === 0;
}

function isUnfrozen(model: Model, module: Entity): boolean {
  return freezingsOf(model).some(
    ({ wants, sources }) =>
      wants !== false && sources.some((source) => holds(model, source.module, module) && wants === true),
  );
}

function setIn(
  model: Model,
  module: Entity,
  { event, module: run }: ForwardPass,
  positions: ReadonlyMap<unknown, number>,
): Pick<FrozenInTrain, "at" | "unit" | "isSet"> | undefined {
  const last = modeCalls(model).findLast(
    (call) => (positions.get(call.event) ?? 0) < (positions.get(event) ?? 0) && concerns(model, call, module),
  );
  if (last === undefined) {
    const isFresh = (event.mode & (Mode.fresh | Mode.train)) !== 0 && (event.mode & (Mode.eval | Mode.unknown)) === 0;
    return isFresh && holds(model, run, module) ? { at: event.call, unit: event.unit, isSet: false } : undefined;
  }
  if (last.sets !== "train" || !holds(model, last.module, module)) return undefined;
  const [from, to] = [positions.get(last.event) ?? 0, positions.get(event) ?? 0];
  if (model.allCalls.slice(from, to).some((call) => picksForEval(model, call, module))) return undefined;
  return { at: last.event.call, unit: last.event.unit, isSet: true };
}

/** Has a class that holds the module a `train` of its own that puts something back in evaluation mode? */
function keepsItsMode(model: Model, module: Entity): boolean {
  return model.writes.some(({ owner, value }) => {
    if (value !== module || owner.class === undefined) return false;
    return inheritedClasses(owner.class).some(({ form, unit }) =>
      form.body.some(
        (member) =>
          member.kind === "FunctionStatement" &&
          member.function.name === "train" &&
          /\.(eval\(\)|train\(False\))/.test(unit.form.text.slice(member.start, member.end)),
      ),
    );
  });
}

/** `backbone.apply(f)`, where `f` puts those layers in evaluation mode that it picks. */
function picksForEval(model: Model, { method, receiver, args }: CallEvent, module: Entity): boolean {
  if (method !== "apply" || receiver?.kind !== "entity" || !holds(model, receiver, module)) return false;
  return args.positional.some(
    (given) =>
      given.kind === "closure" &&
      /\.(eval\(\)|train\(False\))/.test(given.unit.form.text.slice(given.form.start, given.form.end)),
  );
}

/** Is it called on the module, on what holds it, on a part of it, or on what a loop takes out of one of these? */
function concerns(model: Model, { module: called }: ModeCall, module: Entity): boolean {
  if (holds(model, called, module) || holds(model, module, called)) return true;
  return [...ancestors(model, [called])].some(
    (entity) => entity !== called && (holds(model, entity, module) || holds(model, module, entity)),
  );
}
