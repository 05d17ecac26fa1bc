import { isOptimizerType } from "../../knowledge/torch.js";
import { loops } from "../code/frames.js";
import type { Model } from "../model.js";
import type { CallEvent, Frame, LoopFrame } from "../follow/run.js";
import { alternatives, type Entity, type Value } from "../values.js";

/** A place where weights are changed by their gradients: a step of an optimizer. */
export interface Update {
  readonly event: CallEvent;
  /** Undefined where an object out of sight steps. */
  readonly optimizer: Entity | undefined;
}

const updates = new WeakMap<Model, readonly Update[]>();

/** Every step of an optimizer, in order of execution. */
export function updatesOf(model: Model): readonly Update[] {
  let found = updates.get(model);
  if (found === undefined) {
    found = model.allCalls.flatMap((event) => {
      const optimizer = steppedBy(event);
      return optimizer === undefined ? [] : [{ event, optimizer: optimizer.kind === "entity" ? optimizer : undefined }];
    });
    updates.set(model, found);
  }
  return found;
}

/** `optimizer.step()`, and `scaler.step(optimizer)` of mixed precision. */
function steppedBy(event: CallEvent): Value | undefined {
  const { method, receiver, args, callee } = event;
  if (method !== "step" || receiver === undefined || callee !== undefined) return undefined;
  const [first] = args.positional;
  if (first !== undefined && isOptimizer(first, argumentText(event))) return first;
  return isOptimizer(receiver, receiverText(event)) ? receiver : undefined;
}

/** Constructed as an optimizer, proven by use, or of unknown making and named like one. */
export function isOptimizer(value: Value, text: string): boolean {
  return alternatives(value).some((option) => {
    if (option.kind === "symbol") return namedLikeOptimizer.test(text);
    if (option.kind !== "entity") return false;
    if (option.type !== undefined) return isOptimizerType(option.type);
    if (option.class !== undefined) return false;
    const { methodsCalled } = option;
    return namedLikeOptimizer.test(text) || (methodsCalled.has("zero_grad") && methodsCalled.has("step"));
  });
}

const namedLikeOptimizer = /opt(im(izer)?)?(s|_\w+|\w)?(\[.*\])?$/i;

export function receiverText({ call, unit }: CallEvent): string {
  const { callee } = call;
  return callee.kind === "Attribute" ? unit.form.text.slice(callee.object.start, callee.object.end) : "";
}

function argumentText({ call, unit }: CallEvent): string {
  const [first] = call.args;
  return first === undefined ? "" : unit.form.text.slice(first.start, first.end);
}

/** The innermost loop, and the same turn of it, that two events share. */
export function sharedLoop(
  a: { readonly loops: LoopFrame | undefined },
  b: { readonly loops: LoopFrame | undefined },
): LoopFrame | undefined {
  const ofB = new Set(loops(b.loops));
  for (const loop of loops(a.loops)) if (ofB.has(loop)) return loop;
  return undefined;
}

export function isWithin(event: { readonly loops: LoopFrame | undefined }, loop: LoopFrame): boolean {
  for (const around of loops(event.loops)) if (around === loop) return true;
  return false;
}

/** The function that nobody in sight calls and that leads to the frame, when there is one. */
export function rootOf(frame: Frame): Frame | undefined {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.caller) if (at.isRoot) return at;
  return undefined;
}
