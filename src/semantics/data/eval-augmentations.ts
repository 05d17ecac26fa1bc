import type { Statement } from "../../syntax/form.js";
import type { Expression } from "../../syntax/expressions.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { givenArguments } from "../code/given-arguments.js";
import { writtenArgument } from "../code/written-arguments.js";
import { eachStatement } from "../code/visit.js";
import { augments, generatorSetting, runsAugmentation } from "./augmentations.js";
import { nameGiven, roleOfName } from "./own-names.js";
import { purposeOfCall, purposeOfExpression } from "./purposes.js";
import { partsIn, purposeOf, type Purpose } from "./splits.js";
import { alternatives, argument, type Entity, type Value } from "../values.js";
import { isModuleClass } from "../follow/modes.js";
import type { Span } from "../../syntax/span.js";

/** Held-out data that are changed at random. */
export interface EvalAugmentation {
  readonly at: Span;
  /** What the data are for; undefined where the training and the held-out part share one transform. */
  readonly purpose: Purpose | undefined;
  /** The random step, as it is written. */
  readonly by: Expression | undefined;
}

/** Every place where validation or test data get a random augmentation, once each. */
export function evalAugmentations(model: Model): readonly EvalAugmentation[] {
  const found = new Map<number, EvalAugmentation>();
  for (const event of model.allCalls) {
    const augmented =
      sharedTransform(model, event) ?? ownTransform(model, event) ?? generated(model, event) ?? mapped(model, event);
    if (augmented !== undefined && !found.has(augmented.at.start) && !isTestTime(model, event))
      found.set(augmented.at.start, augmented);
  }
  return [...found.values()].sort((a, b) => a.at.start - b.at.start);
}

/** `MyDataset(val_files, transform=augmenting)`, `MyDataset(val_files, augment=True)`. */
function ownTransform(model: Model, event: CallEvent): EvalAugmentation | undefined {
  if (!makesDataset(event)) return undefined;
  for (const { name, expression: given, value } of givenArguments(event)) {
    const random = augments(model, value);
    const isFlag = name !== undefined && augmentFlag.test(name) && value.kind === "literal" && value.value === true;
    if (random === undefined && !isFlag) continue;
    const purpose = purposeOfCall(model, event);
    if (purpose === undefined || purpose === "train") return undefined;
    const { frame, expression } = writtenArgument(event.frame, given);
    if (frame.unit.form !== model.form) return undefined;
    const arg = event.call.args.find((one) => one.value === expression && one.name !== undefined);
    return { at: arg ?? expression, purpose, by: siteIn(model, random) };
  }
  return undefined;
}

/** Where it is written, as long as that is in the checked file. */
function siteIn(model: Model, random: Entity | undefined): Expression | undefined {
  return random?.unit.form === model.form ? random.site : undefined;
}

const augmentFlag = /^(do_|use_|with_|apply_|data_)?(augment(ation|ations|ed)?|aug|augs)$/;

function makesDataset({ path, callee, call, unit }: CallEvent): boolean {
  if (callee?.kind === "class") return !isModuleClass(callee);
  if (path !== undefined) return /^(torchvision|torchaudio)\.datasets\.|^monai\.data\.|(Dataset|Folder)$/.test(path);
  if (callee?.kind === "closure") return false;
  return /dataset|folder|(^|_)ds$/i.test(unit.form.text.slice(call.callee.start, call.callee.end));
}

/** `random_split(augmented)`, `Subset(augmented, val_indices)`, `DataLoader(augmented, sampler=val_sampler)`. */
function sharedTransform(model: Model, event: CallEvent): EvalAugmentation | undefined {
  const { path, args, call } = event;
  if (path === undefined || event.unit.form !== model.form) return undefined;
  const isSplit = /(^|\.)random_split$/.test(path);
  const isChoice = /(^|\.)Subset$/.test(path) || (/(^|\.)DataLoader$/.test(path) && args.named.has("sampler"));
  if (!isSplit && !isChoice) return undefined;
  const dataset = argument(args, 0, "dataset");
  const random = transformOf(model, dataset);
  if (random === undefined || setsTransformLater(model) || isHeldOutWhole(model, dataset)) return undefined;
  if (isSplit) {
    const isHeldOut = targetsOf(model, event).some((name) => /^(validation|test)$/.test(roleOfName(name) ?? ""));
    return isHeldOut ? { at: call, purpose: undefined, by: siteIn(model, random) } : undefined;
  }
  const purpose = purposeOfCall(model, event);
  return purpose === undefined || purpose === "train" ? undefined : { at: call, purpose, by: siteIn(model, random) };
}

/** Was the whole dataset made of held-out rows? Then it is told where it was made. */
function isHeldOutWhole(model: Model, dataset: Value | undefined): boolean {
  const made = model.allCalls.find(({ result }) => result === dataset);
  const purpose = made === undefined ? undefined : purposeOfCall(model, made);
  return purpose !== undefined && purpose !== "train";
}

/** The random transform that a dataset was made with. */
function transformOf(model: Model, dataset: Value | undefined): Entity | undefined {
  const [only, ...others] = alternatives(dataset);
  if (only?.kind !== "entity" || others.length > 0) return undefined;
  if (only.origin.how !== "call" && only.origin.how !== "instance") return undefined;
  const { args } = only.origin;
  for (const value of [...args.positional, ...args.named.values()]) {
    const random = augments(model, value);
    if (random !== undefined) return random;
  }
  return undefined;
}

/** The parts get transforms of their own afterwards, or lend only their indices. */
function setsTransformLater(model: Model): boolean {
  let found = /\.indices\b/.test(model.form.text);
  eachStatement(model.form.body, (statement) => {
    if (statement.kind !== "Assign") return;
    for (const target of statement.targets)
      found ||=
        target.kind === "Attribute" &&
        /^(transforms?|dataset|augment\w*)$/.test(target.name) &&
        !(target.object.kind === "Name" && target.object.id === "self");
  });
  return found;
}

/** What the parts are called, here or where a function that returns them at once is called. */
function targetsOf(model: Model, { call, frame }: Pick<CallEvent, "call" | "frame">): readonly string[] {
  const names: string[] = [];
  const returns: Statement[] = [];
  eachStatement(model.form.body, (statement) => {
    if (statement.kind === "Return" && statement.value === call) returns.push(statement);
    if (statement.kind !== "Assign" || statement.value !== call) return;
    for (const target of statement.targets)
      for (const item of target.kind === "Sequence" ? target.items : [target])
        if (item.kind === "Name") names.push(item.id);
        else if (item.kind === "Attribute") names.push(item.name);
  });
  const { call: outer, caller } = frame;
  return returns.length > 0 && outer !== undefined && caller !== undefined
    ? targetsOf(model, { call: outer, frame: caller })
    : names;
}

/** `ImageDataGenerator(rotation_range=20).flow_from_directory("data/val")`. */
function generated(model: Model, event: CallEvent): EvalAugmentation | undefined {
  if (event.method === undefined || !/^flow(_from_\w+)?$/.test(event.method) || event.unit.form !== model.form)
    return undefined;
  for (const generator of alternatives(event.receiver)) {
    const setting = generator.kind === "entity" ? generatorSetting(generator) : undefined;
    if (setting === undefined) return undefined;
    const purpose = purposeOfCall(model, event);
    return purpose === undefined || purpose === "train" ? undefined : { at: event.call, purpose, by: undefined };
  }
  return undefined;
}

/** `val_rows.map(augment)`, `val_rows.set_transform(augment)`, where the function changes what it is given at random. */
function mapped(model: Model, event: CallEvent): EvalAugmentation | undefined {
  const { method, call, receiver } = event;
  if (method === undefined || !/^(map|set_transform|with_transform)$/.test(method) || call.callee.kind !== "Attribute")
    return undefined;
  if (event.unit.form !== model.form) return undefined;
  const [first] = event.args.positional;
  const random = augments(model, first);
  const inner = random === undefined ? runsAugmentation(model, event) : undefined;
  if (random === undefined && inner === undefined) return undefined;
  const given = nameGiven(event.unit.form, call);
  const purposes = new Set(partsIn(model, receiver).map((part) => purposeOf(model, part)));
  const purpose =
    (given === undefined ? undefined : roleOfName(given)) ??
    purposeOfExpression(event.frame, rootName(call.callee.object)) ??
    (purposes.size === 1 ? [...purposes][0] : undefined);
  return purpose === undefined || purpose === "train"
    ? undefined
    : { at: call, purpose, by: inner?.unit.form === model.form ? inner.call : siteIn(model, random) };
}

/** What a chain of methods begins with. */
function rootName(expression: Expression): Expression {
  if (expression.kind === "Call" && expression.callee.kind === "Attribute") return rootName(expression.callee.object);
  return expression;
}

/** Several random views of a test sample, averaged, are meant. */
function isTestTime(model: Model, { call, frame }: CallEvent): boolean {
  const names = [nameGiven(frame.unit.form, call), frame.closure?.form.name, model.text(call)];
  return names.some((name) => name !== undefined && /(^|[^a-z])tta|test_?time|TestTime/i.test(name));
}
