import { takesTensors } from "../../knowledge/tfjs.js";
import type { Expression } from "../../syntax/expressions.js";
import type { Statement } from "../../syntax/form.js";
import { frames, loops } from "../code/frames.js";
import { givenArguments } from "../code/given-arguments.js";
import { eachStatementInScope } from "../code/visit.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type Entity } from "../values.js";
import { certainlyBefore, encloses } from "./order.js";
import { isTensor, tensorsIn } from "./tensors.js";

/** A tensor that is used when its memory has been given back. */
export interface DisposedUse {
  readonly at: Expression;
  /** What gave it back: a `dispose`, or the tidy that it was made in. */
  readonly by: CallEvent;
  readonly how: "disposed" | "tidied" | "next-turn";
}

interface Use {
  readonly at: Expression;
  readonly event: CallEvent;
  readonly index: number;
}

/** The first use of each tensor after it is gone. */
export function disposedUses(model: Model): readonly DisposedUse[] {
  if (!/\b(dispose|tidy)\b/.test(model.form.text)) return [];
  const uses = usesOf(model);
  const found = new Map<unknown, DisposedUse>();
  const add = (use: DisposedUse | undefined): void => {
    if (use !== undefined && !found.has(use.at)) found.set(use.at, use);
  };
  model.allCalls.forEach((event, index) => {
    for (const tensor of disposedBy(event)) add(afterDispose(model, uses.get(tensor) ?? [], tensor, event, index));
    if (event.path === "@tensorflow/tfjs.tidy") for (const use of afterTidy(model, uses, event, index)) add(use);
  });
  return [...found.values()];
}

/** What a call gives back: `x.dispose()`, `tf.dispose(x)`, `tf.dispose([x, y])`. */
function disposedBy({ method, path, receiver, args }: CallEvent): readonly Entity[] {
  const given = path === "@tensorflow/tfjs.dispose" ? tensorsIn(args.positional[0]) : [];
  const own = method === "dispose" && receiver?.kind === "entity" ? [receiver] : [];
  return [...given, ...own].filter((entity) => isTensor(entity));
}

/** The uses of each tensor in order: as the object of a method, or among what tfjs, a tensor or a model is given. */
function usesOf(model: Model): ReadonlyMap<Entity, readonly Use[]> {
  const found = new Map<Entity, Use[]>();
  model.allCalls.forEach((event, index) => {
    const { receiver, method, call, path } = event;
    if (event.unit.path !== model.path || method === "dispose" || path?.endsWith(".dispose") === true) return;
    const note = (tensor: Entity, at: Expression): void => {
      const before = found.get(tensor);
      if (before === undefined) found.set(tensor, [{ at, event, index }]);
      else before.push({ at, event, index });
    };
    if (receiver?.kind === "entity" && isTensor(receiver) && call.callee.kind === "Attribute")
      note(receiver, call.callee.object);
    const computes =
      path?.startsWith("@tensorflow/tfjs.") === true ||
      (method !== undefined && takesTensors.has(method)) ||
      (receiver?.kind === "entity" && isTensor(receiver));
    if (!computes) return;
    // One of several values is in doubt: another way may have made it anew.
    for (const { value, expression } of givenArguments(event))
      if (alternatives(value).length === 1) for (const tensor of tensorsIn(value)) note(tensor, expression);
  });
  return found;
}

function afterDispose(
  model: Model,
  uses: readonly Use[],
  tensor: Entity,
  by: CallEvent,
  index: number,
): DisposedUse | undefined {
  const later = uses.find(
    (use) =>
      use.index > index &&
      isOnlyOne(model, use.event) &&
      isOfOneTurn(tensor, by, use.event) &&
      certainlyBefore(model, by, use.event),
  );
  if (later !== undefined) return { at: later.at, by, how: "disposed" };
  const returned = returnedAfter(model, tensor, by);
  if (returned !== undefined) return { at: returned, by, how: "disposed" };
  const again = uses.find((use) => use.index < index && isUsedInNextTurn(tensor, by, use.event));
  return again && { at: again.at, by, how: "next-turn" };
}

/** The name may hold something else by now: then the same call was seen with another object too. */
function isOnlyOne(model: Model, { call, receiver, frame }: CallEvent): boolean {
  return model.allCalls.every((other) => other.call !== call || other.frame !== frame || other.receiver === receiver);
}

/** What a loop gives back of its own making is another one in the next turn, and after the loop. */
function isOfOneTurn(tensor: Entity, by: CallEvent, use: CallEvent): boolean {
  for (const loop of loops(by.loops)) {
    if (encloses(loop, use.loops)) break;
    if (tensor.id >= loop.firstId || isSetIn(loop.loop.body, by)) return false;
  }
  return true;
}

/** Made before the loop, used in it, and given back at the end of its first turn. */
function isUsedInNextTurn(tensor: Entity, by: CallEvent, use: CallEvent): boolean {
  const loop = by.loops;
  return (
    loop !== undefined &&
    tensor.id < loop.firstId &&
    encloses(loop, use.loops) &&
    encloses(by.branches, use.branches) &&
    by.frame === use.frame &&
    !isSetIn(loop.loop.body, by) &&
    !leaves(loop.loop.body)
  );
}

/** Is the name that the tensor is given back by given another one in the loop? */
function isSetIn(body: readonly Statement[], { call, unit }: CallEvent): boolean {
  const text = (expression: Expression): string => unit.form.text.slice(expression.start, expression.end);
  const given = [
    ...(call.callee.kind === "Attribute" ? [call.callee.object] : []),
    ...call.args.map(({ value }) => value),
  ];
  const names = new Set(
    given.flatMap((expression) => (expression.kind === "Sequence" ? expression.items : [expression])).map(text),
  );
  let found = false;
  eachStatementInScope(body, (statement) => {
    found ||= statement.kind === "Assign" && statement.targets.some((target) => names.has(text(target)));
  });
  return found;
}

/** A loop that ends with a jump out of it has one turn. */
function leaves(body: readonly Statement[]): boolean {
  return body.some(({ kind }) => kind === "Return" || kind === "Raise" || kind === "Jump");
}

/** `x.dispose(); return x;` */
function returnedAfter(
  model: Model,
  tensor: Entity,
  { call, frame, branches, loops: around, unit }: CallEvent,
): Expression | undefined {
  const form = frame.closure?.form;
  if (form === undefined || unit.path !== model.path || branches?.frame === frame) return undefined;
  const isReturned = model.returns.some((found) => found.form === form && found.value === tensor);
  let at: Expression | undefined;
  eachStatementInScope(form.body, (statement) => {
    if (statement.kind !== "Return" || statement.start <= call.end || statement.value?.kind !== "Name") return;
    // What a loop gives back may be what it returned in the turn before, under another name.
    if (around === undefined || model.text(call).includes(statement.value.id)) at = statement.value;
  });
  return isReturned ? at : undefined;
}

/** What is made in a tidy and neither returned nor kept is gone after it. */
function afterTidy(
  model: Model,
  uses: ReadonlyMap<Entity, readonly Use[]>,
  tidy: CallEvent,
  index: number,
): readonly DisposedUse[] {
  const closure = tidy.args.positional.at(-1);
  if (closure?.kind !== "closure") return [];
  const isInside = ({ frame }: CallEvent): boolean =>
    [...frames(frame)].some((around) => around.closure?.form === closure.form && around.caller === tidy.frame);
  const kept = new Set(model.returns.flatMap(({ form, value }) => (form === closure.form ? tensorsIn(value) : [])));
  const made: Entity[] = [];
  for (const event of model.allCalls.slice(index + 1)) {
    if (!isInside(event)) break;
    if (event.path === "@tensorflow/tfjs.keep")
      for (const tensor of tensorsIn(event.args.positional[0])) kept.add(tensor);
    const isVariable = event.path === "@tensorflow/tfjs.variable";
    if (isVariable) continue;
    for (const value of alternatives(event.result)) {
      if (value.kind !== "entity") continue;
      made.push(value);
      // `tf.topk(x).indices` is made with the rest.
      for (const part of value.fields.values())
        if (typeof part.initial === "object" && part.initial.kind === "entity" && !kept.has(value))
          made.push(part.initial);
    }
  }
  return made.flatMap((tensor) => {
    if (kept.has(tensor) || !isTensor(tensor)) return [];
    const use = (uses.get(tensor) ?? []).find(
      ({ event, index: at }) =>
        at > index && !isInside(event) && certainlyBefore(model, tidy, event) && isOnlyOne(model, event),
    );
    return use === undefined ? [] : [{ at: use.at, by: tidy, how: "tidied" as const }];
  });
}
