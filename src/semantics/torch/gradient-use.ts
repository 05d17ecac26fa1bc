import type { FormModule } from "../../syntax/form.js";
import { frames } from "../code/frames.js";
import { isScored } from "./evaluation.js";
import { forwardPasses, passesHere, type ForwardPass } from "./forward-passes.js";
import { ancestors } from "./graph.js";
import { graphAncestors } from "./graph-flow.js";
import { rootOf } from "./training-loop.js";
import type { Model } from "../model.js";
import type { Frame } from "../follow/run.js";
import { alternatives, Grad, type Entity, type Value } from "../values.js";
import { eachStatement } from "../code/visit.js";
import { memo } from "../code/memo.js";
import { perModel } from "../code/per-model.js";

/** Are gradients recorded at a pass? "maybe" where a caller out of sight may have switched them off. */
export function recordsGradients(model: Model, pass: ForwardPass): "certainly" | "maybe" | "no" {
  const { grad, frame } = pass.event;
  if ((grad & Grad.on) === 0 || (grad & Grad.off) !== 0 || isDeclaredInference(frame)) return "no";
  return grad === Grad.on || goesBackwardWithin(model, pass) ? "certainly" : "maybe";
}

/** A decorator or wrapper out of sight whose name speaks of inference is taken at its word. */
function isDeclaredInference(from: Frame): boolean {
  return [...frames(from)].some(
    ({ closure }) =>
      closure?.form.decorators.some(({ start, end }) =>
        /grad|infer|eval/i.test(closure.unit.form.text.slice(start, end)),
      ) === true,
  );
}

/** The function trains as well, so whoever calls it has gradients on. */
function goesBackwardWithin(model: Model, { event }: ForwardPass): boolean {
  const root = rootOf(event.frame);
  return forwardPasses(model).some(
    (pass) =>
      pass.trains && pass.event.grad === event.grad && [...frames(pass.event.frame)].includes(root ?? event.frame),
  );
}

/** Is the output of a pass taken for a score and not handed on, so that nobody out of sight may go backward from it? */
export function isOnlyScored(model: Model, pass: ForwardPass): boolean {
  return !escapes(model, pass) && isScored(model, pass.event.result) && !isReadAsArray(model, pass);
}

/** May somebody out of sight go backward from the output of a pass: a caller who gets it, a method that finds it on the object? */
function escapes(model: Model, pass: ForwardPass): boolean {
  const root = rootOf(pass.event.frame);
  if (root === undefined) return false;
  const known = handedOutByRoots(model);
  const handedOut = known.get(root) ?? graphAncestors(model, handedOutBy(model, root));
  known.set(root, handedOut);
  return outputsOf(pass).some((output) => handedOut.has(output));
}

const handedOutByRoots = perModel(() => new Map<Frame, ReadonlySet<Entity>>());

function* handedOutBy(model: Model, root: Frame): Iterable<Value> {
  for (const { value } of root.returns) if (value !== undefined) yield value;
  yield* root.yields;
  for (const self of alternatives(root.closure?.self)) if (self.kind === "entity") yield* model.heldBy(self);
}

/** `output.numpy()` fails while gradients are recorded: where it is written, a caller has switched them off. */
function isReadAsArray(model: Model, pass: ForwardPass): boolean {
  const read = readAsArrays(model);
  return outputsOf(pass).some((output) => read.has(output));
}

/** What anything that becomes an array was made from. */
const readAsArrays = perModel((model) => {
  const read = model.allCalls.flatMap(({ method, path, receiver, args }) => {
    if (method === "numpy") return receiver ?? [];
    return path !== undefined && arrayMakers.has(path) ? args.positional.slice(0, 1) : [];
  });
  return graphAncestors(model, read);
});

const arrayMakers = new Set(["numpy.array", "numpy.asarray"]);

function outputsOf({ event }: ForwardPass): readonly Entity[] {
  const found: Entity[] = [];
  const pending: Value[] = [event.result];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value.kind === "tuple") pending.push(...value.items);
    else if (value.kind === "union") pending.push(...value.options);
    else if (value.kind === "entity") found.push(value);
  }
  return found;
}

/** Are the gradients of a pass meant for its input, switched off by what it is given or run on, or needed where it trains? */
export function isExemptFromNoGrad(model: Model, pass: ForwardPass): boolean {
  return (
    wantsInputGradient(model, pass) ||
    isVolatile(model, pass) ||
    isFrozen(model, pass.module) ||
    isPotential(model, pass.module) ||
    isCriterion(model, pass) ||
    trainsOnAnotherWay(model, pass)
  );
}

/** A flag says whether the call trains, and nobody in sight sets it: to switch gradients off at this call would end the training. */
function trainsOnAnotherWay(model: Model, { event }: ForwardPass): boolean {
  const { isRoot, closure } = event.frame;
  return (
    isRoot &&
    passesHere(model).some(
      ({ trains, event: other }) =>
        trains &&
        other.call === event.call &&
        other.frame !== event.frame &&
        other.frame.isRoot &&
        other.frame.closure?.form === closure?.form,
    )
  );
}

/** A loss by its name records what the module before it has begun to record: that one is to change. */
function isCriterion(model: Model, { event }: ForwardPass): boolean {
  const { callee } = event.call;
  const name = callee.kind === "Name" ? callee.id : callee.kind === "Attribute" ? callee.name : "";
  if (!/^(criterion|criteria|loss(_?fn|_?func(tion)?|_fct)?)$/i.test(name)) return false;
  const given = ancestors(model, event.args.positional);
  return forwardPasses(model).some(
    (other) =>
      other.event.call !== event.call &&
      alternatives(other.event.result).some((option) => option.kind === "entity" && given.has(option)),
  );
}

/** Models of atoms out of sight give forces, which are gradients of their energy: they need them in every mode. */
function isPotential(model: Model, module: Entity): boolean {
  return module.class === undefined && model.mentions(/^\s*(from|import) ase\b/m) && model.mentions(/force/i);
}

/** Is the gradient with respect to the input wanted, as in saliency maps and attacks? */
function wantsInputGradient(model: Model, { event }: ForwardPass): boolean {
  const given = [...event.args.positional, ...event.args.named.values()];
  return [...ancestors(model, given)].some((entity) => {
    if (entity.methodsCalled.has("requires_grad_") || entity.methodsCalled.has("retain_grad")) return true;
    if (entity.fields.has("requires_grad")) return true;
    const { origin } = entity;
    const flag = origin.how === "call" ? origin.args.named.get("requires_grad") : undefined;
    return flag?.kind === "literal" && flag.value === true;
  });
}

/** `Variable(x, volatile=True)`: how gradients were switched off before there was `no_grad`. */
function isVolatile(model: Model, { event }: ForwardPass): boolean {
  return [...ancestors(model, event.args.positional)].some(({ origin }) => {
    const flag = origin.how === "call" ? origin.args.named.get("volatile") : undefined;
    return flag?.kind === "literal" && flag.value === true;
  });
}

/** Are the weights of the module frozen, so that a pass records nothing? */
export function isFrozen(model: Model, module: Entity): boolean {
  if (module.methodsCalled.has("requires_grad_")) return true;
  const lists = module.methodsCalled.has("parameters") || module.methodsCalled.has("named_parameters");
  return lists && setsRequiresGrad(model.form);
}

const setsRequiresGrad = memo((form: FormModule): boolean => {
  let found = false;
  eachStatement(form.body, (statement) => {
    if (statement.kind !== "Assign") return;
    found ||= statement.targets.some((target) => target.kind === "Attribute" && target.name === "requires_grad");
  });
  return found;
});
