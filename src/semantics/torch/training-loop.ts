import { isOptimizerType, isSchedulerType } from "../../knowledge/torch.js";
import { clippingMethods, isClippingFunction, isScalerType } from "../../knowledge/torch-training.js";
import { frames, innermostShared } from "../code/frames.js";
import { perModel } from "../code/per-model.js";
import { graphOf } from "./graph.js";
import type { Model } from "../model.js";
import type { CallEvent, Frame, LoopFrame } from "../follow/run.js";
import { alternatives, joinValues, type Entity, type Value } from "../values.js";

/**
 * What a training loop does, call by call: gradients are cleared, computed by going backward, unscaled, clipped, used by an
 * update; then the scaler of mixed precision and the schedule of the learning rate move on.
 */
export type StepKind = "clear" | "backward" | "unscale" | "clip" | "update" | "rescale" | "schedule";

export interface Step {
  readonly kind: StepKind;
  readonly event: CallEvent;
  /** Its place among all steps and calls: an update that runs a closure stands behind what the closure does. */
  readonly order: number;
  /** What it is done to: the optimizer or module, the parameters that are clipped, the schedule. */
  readonly object: Value | undefined;
  /** What a backward starts from. */
  readonly losses: readonly Value[];
  /** The scaler that does it. */
  readonly scaler: Value | undefined;
}

/** A place where weights are changed by their gradients: a step of an optimizer. */
export interface Update extends Step {
  readonly kind: "update";
  /** Undefined where an object out of sight steps. */
  readonly optimizer: Entity | undefined;
}

/** Every step of training, of imported files too, in order of execution. */
export const stepsOf = perModel((model) => (model.uses("torch") || mayTrain(model) ? findSteps(model) : []));

/** Every step of an optimizer, in order of execution. */
export const updatesOf = perModel((model) => stepsOf(model).filter(isUpdateStep));

export const backwardsOf = perModel((model) => stepsOf(model).filter(({ kind }) => kind === "backward"));

export function isUpdateStep(step: Step): step is Update {
  return step.kind === "update";
}

/** A file may leave all of torch to others: Accelerate, Fabric, a trainer of its own. */
function mayTrain(model: Model): boolean {
  return model.allCalls.some(({ method }) => method === "backward" || method === "step");
}

function findSteps(model: Model): readonly Step[] {
  const losses = new Map(graphOf(model).backwards.map((backward) => [backward.event, backward.losses]));
  const found: Step[] = [];
  const events = model.allCalls;
  events.forEach((event, order) => {
    const from = losses.get(event);
    const step =
      from !== undefined && (event.path === undefined || event.method === "backward" || isWhole(event.path))
        ? { kind: "backward" as const, object: undefined, losses: from, scaler: undefined }
        : stepOf(event);
    const last = found.at(-1);
    // Each of the values that a loss may be is a call of its own.
    if (last !== undefined && from !== undefined && isSameCall(last.event, event))
      found[found.length - 1] = { ...last, losses: last.losses.map((loss, at) => joinValues(loss, from[at] ?? loss)) };
    else if (step !== undefined) found.push(place(events, { losses: [], ...step, event, order }));
  });
  return found.sort((a, b) => a.order - b.order);
}

function isSameCall(a: CallEvent, b: CallEvent): boolean {
  return a.call === b.call && a.frame === b.frame && a.loops === b.loops;
}

/** `torch.autograd.backward` leaves gradients in the weights, as the method does; `torch.autograd.grad` hands them back. */
function isWhole(path: string): boolean {
  return path === "torch.autograd.backward";
}

type Kind = Pick<Step, "kind" | "object" | "scaler"> & { readonly optimizer?: Entity | undefined };

function stepOf(event: CallEvent): Kind | undefined {
  const { method, path, receiver, callee, args } = event;
  const [first] = args.positional;
  if (path !== undefined && isClippingFunction(path))
    return { kind: "clip", object: first ?? args.named.get("parameters"), scaler: undefined };
  if (method === undefined || receiver === undefined || callee?.kind === "closure") return undefined;
  if (clippingMethods.has(method)) return { kind: "clip", object: first ?? receiver, scaler: receiver };
  switch (method) {
    case "zero_grad":
      return { kind: "clear", object: receiver, scaler: undefined };
    case "unscale_":
      return { kind: "unscale", object: first, scaler: receiver };
    case "update":
      return isScaler(receiver, receiverText(event))
        ? { kind: "rescale", object: undefined, scaler: receiver }
        : undefined;
    case "step":
      return stepping(event, receiver, first);
    default:
      return undefined;
  }
}

/** `optimizer.step()`, `scaler.step(optimizer)` of mixed precision, and `scheduler.step()`. */
function stepping(event: CallEvent, receiver: Value, first: Value | undefined): Kind | undefined {
  if (event.callee !== undefined) return undefined;
  const text = receiverText(event);
  if (first !== undefined && isOptimizer(first, argumentText(event)))
    return { kind: "update", object: first, scaler: receiver, optimizer: entityOf(first) };
  if (isSchedule(receiver, text)) return { kind: "schedule", object: receiver, scaler: undefined };
  if (!isOptimizer(receiver, text)) return undefined;
  return { kind: "update", object: receiver, scaler: undefined, optimizer: entityOf(receiver) };
}

function entityOf(value: Value): Entity | undefined {
  return value.kind === "entity" ? value : undefined;
}

/** A closure that an update is given runs inside it, so the weights change when that is done. */
function place(events: readonly CallEvent[], step: Step): Step {
  const { event } = step;
  if (step.kind !== "update" || event.call.args.length === 0) return step;
  let last = step.order;
  const runsInside = (at: number): boolean => {
    const next = events[at];
    if (next === undefined) return false;
    for (const { call, caller } of frames(next.frame)) if (call === event.call && caller === event.frame) return true;
    return false;
  };
  while (runsInside(last + 1)) last++;
  return last === step.order ? step : { ...step, order: last + 0.5 };
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

/** Constructed as a schedule, or of unknown making and named like one. */
function isSchedule(value: Value, text: string): boolean {
  for (const option of alternatives(value)) {
    if (option.kind === "entity" && option.type !== undefined) return isSchedulerType(option.type);
    if (option.kind === "entity" && option.class !== undefined) return false;
  }
  return /sched/i.test(text);
}

/** Constructed as a scaler of gradients, or of unknown making, named like one and used like one. */
export function isScaler(value: Value | undefined, text: string): boolean {
  return alternatives(value).some((option) => {
    if (option.kind !== "entity") return false;
    if (option.type !== undefined) return isScalerType(option.type);
    return option.class === undefined && /scaler/i.test(text) && option.methodsCalled.has("scale");
  });
}

export function receiverText({ call, unit }: CallEvent): string {
  const { callee } = call;
  return callee.kind === "Attribute" ? unit.form.text.slice(callee.object.start, callee.object.end) : "";
}

function argumentText({ call, unit }: CallEvent): string {
  const [first] = call.args;
  return first === undefined ? "" : unit.form.text.slice(first.start, first.end);
}

/** What the user calls the optimizer that steps. */
export function optimizerText({ event, scaler }: Update): string {
  return scaler === undefined ? receiverText(event) : argumentText(event);
}

/** The innermost loop, and the same turn of it, that two events share. */
export function sharedLoop(
  a: { readonly loops: LoopFrame | undefined },
  b: { readonly loops: LoopFrame | undefined },
): LoopFrame | undefined {
  return innermostShared(a.loops, b.loops);
}

export function isWithin(event: { readonly loops: LoopFrame | undefined }, loop: LoopFrame): boolean {
  for (let around = event.loops; around !== undefined; around = around.parent) if (around === loop) return true;
  return false;
}

/** The function that nobody in sight calls and that leads to the frame, when there is one. */
export function rootOf(frame: Frame): Frame | undefined {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.caller) if (at.isRoot) return at;
  return undefined;
}
