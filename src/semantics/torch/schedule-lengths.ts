import { scheduleLengths, type ScheduleLength } from "../../knowledge/torch-schedules.js";
import { isSchedulerType } from "../../knowledge/torch.js";
import type { Expression } from "../../syntax/expressions.js";
import { pushParts } from "../code/visit.js";
import { ancestors } from "./graph.js";
import type { Model } from "../model.js";
import type { LoopFrame } from "../follow/run.js";
import { alternatives, argument, type Entity, type Value } from "../values.js";

/** What the length of a schedule counts. */
export type Pace = "batch" | "epoch";

/** What a schedule was made to count, as its arguments say; undefined where they do not say it. */
export function paceOf(model: Model, schedule: Entity, epochs: LoopFrame | undefined): Pace | undefined {
  const { origin } = schedule;
  const type = scheduleType(schedule);
  if (origin.how !== "call" || type === undefined || origin.args.open) return undefined;
  const { args } = origin;
  if (/\.OneCycleLR$/.test(type) && args.named.has("steps_per_epoch")) {
    const each = args.named.get("steps_per_epoch");
    return each?.kind === "literal" && each.value === 1 ? "epoch" : "batch";
  }
  if (/\.(SequentialLR|ChainedScheduler)$/.test(type)) return commonPace(model, schedule, epochs);
  for (const length of scheduleLengths(type)) {
    const pace = paceOfLength(model, schedule, length, epochs);
    if (pace !== undefined) return pace;
  }
  return undefined;
}

/** The class of a schedule, or the function that made it. */
export function scheduleType({ type, origin }: Entity): string | undefined {
  const path = type ?? (origin.how === "call" ? origin.path : undefined);
  return path !== undefined && isSchedulerType(path) ? path : undefined;
}

/** The parts of a schedule that is made of several, where they agree. */
function commonPace(model: Model, schedule: Entity, epochs: LoopFrame | undefined): Pace | undefined {
  const parts = [...ancestors(model, [schedule])].filter(
    (part) => part !== schedule && part.type !== undefined && /\.lr_scheduler\.\w+LR$/.test(part.type),
  );
  const paces = new Set(parts.flatMap((part) => paceOf(model, part, epochs) ?? []));
  return paces.size === 1 ? [...paces][0] : undefined;
}

function paceOfLength(
  model: Model,
  schedule: Entity,
  length: ScheduleLength,
  epochs: LoopFrame | undefined,
): Pace | undefined {
  const { origin, unit } = schedule;
  if (origin.how !== "call") return undefined;
  const value = argument(origin.args, length.index, length.argument);
  if (value === undefined)
    return length.byDefault === undefined ? undefined : paceOfNumbers([length.byDefault], length, epochs);
  const positional = origin.call.args.filter(({ name, spread }) => name === undefined && spread === "none");
  const written = (origin.call.args.find(({ name }) => name === length.argument) ?? positional[length.index])?.value;
  const named = paceOfNames([...namesIn(model, value), ...(written === undefined ? [] : writtenNames(written))]);
  if (countsBatches(model, value, unit.form.text)) return "batch";
  if (named !== undefined) return named;
  if (epochs !== undefined && isSameCount(value, epochs)) return "epoch";
  // A slow decay may be meant for each batch.
  const gamma = scheduleType(schedule)?.endsWith(".StepLR") === true ? argument(origin.args, 2, "gamma") : undefined;
  if (gamma !== undefined && !(gamma.kind === "literal" && Number(gamma.value) <= 0.6)) return undefined;
  const numbers = numbersIn(value);
  return numbers.length === 0 ? undefined : paceOfNumbers(numbers, length, epochs);
}

/** Numbers that fit into the epochs there are, or that nobody would count batches by. */
function paceOfNumbers(
  numbers: readonly number[],
  length: ScheduleLength,
  epochs: LoopFrame | undefined,
): Pace | undefined {
  const longest = Math.max(...numbers);
  const count = epochs === undefined ? undefined : countOf(epochs);
  if (count !== undefined && length.argument === "step_size_up") return longest > 2 * count ? "batch" : undefined;
  if (count !== undefined && count > 1 && longest > 1 && longest <= count) return "epoch";
  return length.epochsUpTo !== undefined && longest <= length.epochsUpTo ? "epoch" : undefined;
}

function numbersIn(value: Value): readonly number[] {
  if (value.kind === "literal") return typeof value.value === "number" ? [value.value] : [];
  if (value.kind === "tuple") return value.items.flatMap((item) => numbersIn(item));
  return value.kind === "entity" && value.items !== undefined ? value.items.flatMap((item) => numbersIn(item)) : [];
}

/** How often a loop over a `range` of a number runs. */
function countOf({ iterable }: LoopFrame): number | undefined {
  const stop = stopOf(iterable);
  return stop?.kind === "literal" && typeof stop.value === "number" ? stop.value : undefined;
}

function stopOf(iterable: Value | undefined): Value | undefined {
  if (iterable?.kind !== "entity" || iterable.origin.how !== "call") return undefined;
  const { path, args, call } = iterable.origin;
  const name = call.callee.kind === "Name" ? call.callee.id : "";
  if (path === "builtins.range" || name === "trange") return args.positional[1] ?? args.positional[0];
  return args.positional.length > 0 && path !== undefined && /^(tqdm|builtins\.(list|iter|enumerate))/.test(path)
    ? stopOf(args.positional[0])
    : undefined;
}

/** Does a loop run as often as a value says? */
function isSameCount(value: Value, { iterable }: LoopFrame): boolean {
  const stop = stopOf(iterable);
  if (stop === undefined) return false;
  if (stop === value) return true;
  return stop.kind === "literal" && value.kind === "literal" && stop.value === value.value && Number(stop.value) > 1;
}

/** Is the number of batches of a loader, or of rows over the batch size, part of the value? */
function countsBatches(model: Model, value: Value, text: string): boolean {
  return [...ancestors(model, [value])].some(({ origin }) => {
    if (origin.how !== "call" || origin.path !== "builtins.len") return false;
    const [counted] = origin.call.args;
    return counted !== undefined && !/milestone|gpus|devices|epoch/i.test(text.slice(counted.start, counted.end));
  });
}

function paceOfNames(names: readonly string[]): Pace | undefined {
  const words = names.join(" ");
  if (
    /steps?_?per|per_?epoch|(total|max|num|train\w*|n)_?(train\w*_)?(steps|iter|updates|batches)|iterations|\bsteps\b|niter/i.test(
      words,
    )
  )
    return "batch";
  return /epoch|\bn_?ep\b/i.test(words) ? "epoch" : undefined;
}

/** The names of what a value was made from: arguments, attributes. */
function namesIn(model: Model, value: Value): readonly string[] {
  if (alternatives(value).some((option) => option.kind !== "entity")) return [];
  return [...ancestors(model, [value])].flatMap(({ origin }) =>
    origin.how === "parameter" || origin.how === "attribute"
      ? [origin.name]
      : origin.how === "index" && origin.by.kind === "Literal"
        ? [String(origin.by.value)]
        : [],
  );
}

function writtenNames(written: Expression): readonly string[] {
  const found: string[] = [];
  const pending = [written];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "Name") found.push(next.id);
    else if (next.kind === "Attribute") found.push(next.name);
    else if (next.kind === "Literal" && typeof next.value === "string") found.push(next.value);
    pushParts(next, pending);
  }
  return found;
}
