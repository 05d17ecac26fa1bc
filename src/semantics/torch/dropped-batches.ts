import type { Argument, Expression } from "../../syntax/expressions.js";
import { purposeOfCall } from "../data/purposes.js";
import type { Purpose } from "../data/splits.js";
import type { CallEvent, LoopFrame } from "../follow/run.js";
import { loops } from "../code/frames.js";
import { writtenArgument } from "../code/written-arguments.js";
import { eachExpression, eachStatement } from "../code/visit.js";
import type { Model } from "../model.js";
import { alternatives, Grad, type Value } from "../values.js";
import type { Span } from "../../syntax/span.js";

/** A loader of held-out data that leaves the last batch out. */
export interface DroppedBatch {
  readonly at: Span;
  /** The written value, where it is a plain `True`. */
  readonly flag: Expression | undefined;
  readonly purpose: Purpose;
}

/** Every place where an evaluated loader is told to drop its last batch, once each. */
export function droppedBatches(model: Model): readonly DroppedBatch[] {
  if (!/drop_last/.test(model.form.text) || countsRemainder(model)) return [];
  const found = new Map<number, DroppedBatch>();
  for (const event of model.allCalls) {
    if (!isLoader(event) || !isTrue(event.args.named.get("drop_last") ?? event.args.positional[8])) continue;
    if (isOneByOne(event.args.named.get("batch_size") ?? event.args.positional[1])) continue;
    if (alternatives(event.args.named.get("sampler")).some(drawsAgain)) continue;
    const written = writtenFlag(model, event);
    if (written === undefined || found.has(written.at.start)) continue;
    const purpose = purposeOfLoader(model, event);
    if (purpose === undefined || purpose === "train" || isForTraining(model, event.result)) continue;
    found.set(written.at.start, { ...written, purpose });
  }
  return [...found.values()];
}

function isLoader({ path, callee, call, unit }: CallEvent): boolean {
  if (path !== undefined) return /(^|\.)(Data[Ll]oader|\w+DataLoader)$/.test(path);
  if (callee?.kind === "closure") return false;
  return /loader$/i.test(unit.form.text.slice(call.callee.start, call.callee.end));
}

function isTrue(value: Value | undefined): boolean {
  return value?.kind === "literal" && value.value === true;
}

/** Batches of one are always complete. */
function isOneByOne(size: Value | undefined): boolean {
  return size?.kind === "literal" && size.value === 1;
}

/** Of rows that are drawn with replacement no batch is the last. */
function drawsAgain(sampler: Value): boolean {
  if (sampler.kind !== "entity" || sampler.origin.how !== "call") return false;
  const { path, args } = sampler.origin;
  const replaces = args.named.get("replacement");
  if (path?.endsWith(".WeightedRandomSampler") === true) return replaces === undefined || isTrue(replaces);
  return path?.endsWith(".RandomSampler") === true && isTrue(replaces);
}

/** By what it is called, else by what is done with it: predictions without gradients and no training. */
function purposeOfLoader(model: Model, event: CallEvent): Purpose | undefined {
  return purposeOfCall(model, event) ?? (isPredictedOn(model, event.result) ? "test" : undefined);
}

/** What is both trained and scored on stands for several loaders that one call makes. */
function isForTraining(model: Model, loader: Value): boolean {
  return trainsOn(model, loader) && !isPredictedOn(model, loader);
}

function isPredictedOn(model: Model, loader: Value): boolean {
  return model.allCalls.some(
    ({ callee, grad, loops: around }) =>
      callee?.kind === "entity" &&
      grad === Grad.off &&
      [...loops(around)].some((loop) => isOver(loop.iterable, loader) && !trainsIn(model, loop)),
  );
}

/** A teacher or a reference model that answers while another one is trained scores nothing. */
function trainsIn(model: Model, loop: LoopFrame): boolean {
  return model.allCalls.some(({ method, loops: around }) => method === "backward" && [...loops(around)].includes(loop));
}

function trainsOn(model: Model, loader: Value): boolean {
  return model.allCalls.some(
    ({ method, loops: around }) =>
      method === "backward" && [...loops(around)].some((loop) => isOver(loop.iterable, loader)),
  );
}

/** Is it the loader that is gone through, as it is or in `enumerate`, `tqdm` and the like? */
function isOver(iterable: Value | undefined, loader: Value, depth = 0): boolean {
  return alternatives(iterable).some((option) => {
    if (option === loader) return true;
    if (option.kind !== "entity" || option.origin.how !== "call" || depth > 4) return false;
    return option.origin.args.positional.some((inner) => isOver(inner, loader, depth + 1));
  });
}

/** Where `True` is written: at the call, in a caller that hands it on, or in a dict of options. */
function writtenFlag(model: Model, { call, frame }: CallEvent): Omit<DroppedBatch, "purpose"> | undefined {
  const arg =
    call.args.find(({ name }) => name === "drop_last") ?? call.args.filter(({ name }) => name === undefined)[8];
  if (arg === undefined) {
    const options = call.args.find(({ spread }) => spread === "mapping")?.value;
    return options?.kind === "Name" ? flagInOptions(model, options.id) : undefined;
  }
  const { frame: at, expression } = writtenArgument(frame, arg.value);
  if (at.unit.form !== model.form) return undefined;
  const outer = argumentWith(at.closure?.form === frame.closure?.form ? call.args : callArgs(frame, at), expression);
  return { at: outer ?? expression, flag: isPlainTrue(expression) ? expression : undefined };
}

function callArgs(from: CallEvent["frame"], to: CallEvent["frame"]): readonly Argument[] {
  let frame = from;
  while (frame.caller !== undefined && frame.caller !== to) frame = frame.caller;
  return frame.call?.args ?? [];
}

function argumentWith(args: readonly Argument[], expression: Expression): Argument | undefined {
  return args.find(({ value, name }) => value === expression && name !== undefined);
}

function isPlainTrue(expression: Expression): boolean {
  return expression.kind === "Literal" && expression.value === true;
}

/** `options = dict(drop_last=True)`, `options = {"drop_last": True}`, `options["drop_last"] = True`. */
function flagInOptions(model: Model, name: string): Omit<DroppedBatch, "purpose"> | undefined {
  let found: Omit<DroppedBatch, "purpose"> | undefined;
  eachStatement(model.form.body, (statement) => {
    if (statement.kind !== "Assign" || statement.value === undefined) return;
    const { value } = statement;
    for (const target of statement.targets) {
      if (target.kind !== "Name" || target.id !== name) continue;
      if (value.kind === "Mapping") {
        const entry = value.entries.find(({ key }) => key?.kind === "Literal" && key.value === "drop_last");
        if (entry?.key !== undefined)
          found = { at: { start: entry.key.start, end: entry.value.end }, flag: entry.value };
      } else if (value.kind === "Call") {
        const arg = value.args.find((given) => given.name === "drop_last");
        if (arg !== undefined) found = { at: arg, flag: arg.value };
      }
    }
  });
  return found;
}

/** `len(rows) % batch_size`: the code knows that there is a remainder and deals with it. */
function countsRemainder(model: Model): boolean {
  let found = false;
  eachExpression(model.form.body, (expression) => {
    if (expression.kind !== "Operation" || expression.operator !== "%") return;
    const text = model.text(expression);
    found ||= /batch|\bbs\b/i.test(text) && /len\(|num_samples|n_samples|total/.test(text);
  });
  return found;
}
