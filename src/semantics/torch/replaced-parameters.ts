import { hasNoParameters, isModuleType, replacesParameters, replacingMethods } from "../../knowledge/torch.js";
import { assignmentTo } from "../code/assignments.js";
import { frames } from "../code/frames.js";
import type { CallEvent, Frame } from "../follow/run.js";
import { isModule } from "../follow/modes.js";
import type { Unit } from "../follow/unit.js";
import type { Expression } from "../../syntax/expressions.js";
import type { Model } from "../model.js";
import { forwardPasses } from "./forward-passes.js";
import { copiedFrom, holds } from "./modules.js";
import { optimizersOf, type MadeOptimizer } from "./optimizers.js";
import { rootOf, updatesOf } from "./training-loop.js";
import { alternatives, type Entity, type Value } from "../values.js";
import { orderOf } from "../code/call-order.js";

/** A place after an optimizer was made where its model gets parameters that the optimizer does not have. */
export interface ReplacedParameters {
  /** In the checked file: the call of a helper where that is in another one. */
  readonly at: Expression;
  readonly optimizer: MadeOptimizer;
  readonly step: CallEvent;
}

interface Replacement {
  readonly at: Expression;
  readonly unit: Unit;
  readonly frame: Frame;
  readonly position: number;
  readonly module: Entity;
  /** What is trained from then on, where that is another object; made later than the optimizer. */
  readonly by: Entity | undefined;
}

export function* replacedParameters(model: Model): Iterable<ReplacedParameters> {
  const optimizers = [...optimizersOf(model).values()];
  if (optimizers.length === 0) return;
  const steps = updatesOf(model).map((update) => ({ ...update, position: orderOf(model, update.event) }));
  for (const replacement of [...byWrite(model), ...byCall(model)]) {
    for (const made of optimizers) {
      if (made.position >= replacement.position || !isTrainedBy(model, made, replacement)) continue;
      const step = steps.find(
        ({ optimizer, event, position }) => optimizer === made.optimizer && isAfter(made, replacement, event, position),
      );
      if (step === undefined || isGivenLater(model, made, replacement.position)) continue;
      const at = inFile(model, replacement);
      if (at !== undefined) yield { at, optimizer: made, step: step.event };
      break;
    }
  }
}

function inFile(model: Model, { at, unit, frame: from }: Replacement): Expression | undefined {
  if (unit.path === model.path) return at;
  return [...frames(from)].find(({ caller }) => caller?.unit.path === model.path)?.call;
}

/**
 * Methods that nobody in sight calls come in any order: then the optimizer and the replacement must be in one of them,
 * or the replacement and what comes after it.
 */
function isAfter(made: MadeOptimizer, replacement: Replacement, event: CallEvent, position: number): boolean {
  const root = rootOf(replacement.frame);
  if (rootOf(event.frame) === root) return position > replacement.position;
  return rootOf(made.frame) === root && root !== undefined;
}

/** `model.fc = nn.Linear(...)`, `model.classifier[6] = ...`, `setattr(model, ...)`. */
function* byWrite(model: Model): Iterable<Replacement> {
  for (const { owner, value, target, unit, frame, position } of model.writes) {
    if (isUnderConstruction(frame, owner)) continue;
    for (const by of alternatives(value)) {
      if (by.kind !== "entity" || !hasParameters(by)) continue;
      const statement = unit.path === model.path ? assignmentTo(model.form, target) : undefined;
      // A write stands before the call that has its number.
      yield { at: statement?.value ?? target, unit, frame, position: position - 0.5, module: owner, by };
    }
  }
}

function isUnderConstruction(frame: Frame, owner: Entity): boolean {
  return frame.closure?.form.name === "__init__" && alternatives(frame.closure.self).includes(owner);
}

function hasParameters(value: Entity): boolean {
  if (value.origin.how !== "call" && value.origin.how !== "instance") return false;
  return isModule(value) && !(value.type !== undefined && isModuleType(value.type) && hasNoParameters(value.type));
}

/** `get_peft_model(model, config)`, `model.resize_token_embeddings(n)`, `model.add_module("head", layer)`, `deepcopy(model)`. */
function* byCall(model: Model): Iterable<Replacement> {
  for (const [position, event] of model.allCalls.entries()) {
    const { path, method, receiver, args, call, unit, frame, callee, result } = event;
    if (callee?.kind === "closure") continue;
    const place = { at: call, unit, frame, position };
    const [first] = args.positional;
    const given = args.named.get("model") ?? args.named.get("module") ?? first;
    if (path !== undefined && replacesParameters(path)) {
      for (const module of entities(given)) yield { ...place, module, by: undefined };
    } else if (path === "copy.deepcopy" && result.kind === "entity") {
      const original = copiedFrom(result);
      if (original !== undefined) yield { ...place, module: original, by: result };
    } else if (method !== undefined && replacingMethods.has(method)) {
      for (const module of entities(receiver)) yield { ...place, module, by: undefined };
    } else if (method === "add_module" || method === "register_module" || method === "append" || method === "insert") {
      const added = entities(args.positional.at(-1)).find(hasParameters);
      for (const module of added === undefined ? [] : entities(receiver)) {
        if (isModule(module)) yield { ...place, module, by: added };
      }
    }
  }
}

function entities(value: Value | undefined): readonly Entity[] {
  return alternatives(value).flatMap((option) => (option.kind === "entity" ? [option] : []));
}

/** Does the optimizer have the module's old parameters, and does training go on with the new ones? */
function isTrainedBy(model: Model, made: MadeOptimizer, replacement: Replacement): boolean {
  const { parameters, optimizer } = made;
  const { module, by } = replacement;
  const around = parameters.sources.filter((source) => holds(model, source.module, module));
  // Those with and those without weight decay are all of them together.
  const has = around.some(({ part }) => part !== "some") || around.length > 1;
  // What was there before the optimizer is in it already; a copy is only in the way when it is the one that is trained.
  if (!has || (by !== undefined && by.id < optimizer.id)) return false;
  const isCopy = by !== undefined && copiedFrom(by) === module;
  return forwardPasses(model).some((pass) => {
    if (!pass.trains || !isAfter(made, replacement, pass.event, orderOf(model, pass.event))) return false;
    return isCopy ? pass.module === by : holds(model, pass.module, module) || holds(model, module, pass.module);
  });
}

/** The new parameters are added to the optimizer, or it is set up again. */
function isGivenLater(model: Model, { optimizer }: MadeOptimizer, position: number): boolean {
  return model.allCalls.some(
    ({ receiver, method }, at) =>
      at > position && receiver === optimizer && (method === "add_param_group" || method === "__init__"),
  );
}
