import type { Expression } from "../../syntax/expressions.js";
import { frames, loops } from "../code/frames.js";
import type { Model } from "../model.js";
import { alternatives, type Entity, type UserClass, type Value } from "../values.js";
import type { DataUse } from "./data-use.js";
import { isJudged, laterScore, testRole } from "./final-scores.js";
import { isPredictor, isTransformer } from "./estimators.js";
import { appliesFitted, lineageOf } from "./lineage.js";
import { rolesIn } from "./roles.js";
import { makesModel } from "./test-choices.js";
import { placeOf, usesByObjects, usesOfData } from "./uses.js";

/** A training on the test part, alone or put together with the training part. */
export interface TestTraining {
  readonly use: DataUse;
  readonly at: Expression;
  readonly isJoined: boolean;
  /** Where the part is scored afterwards. */
  readonly score: DataUse | undefined;
}

/** Once for each place that names the rows; fits of scikit-learn on the test part alone are told elsewhere. */
export function testTrainingsIn(model: Model): readonly TestTraining[] {
  const found = new Map<Expression, TestTraining>();
  for (const use of usesOfData(model)) {
    if (use.kind !== "fit" && use.kind !== "tune") continue;
    const training = judge(model, use);
    if (training !== undefined && !found.has(training.at)) found.set(training.at, training);
  }
  return [...found.values()];
}

function judge(model: Model, use: DataUse): TestTraining | undefined {
  const role = testRole(use.roles);
  if (role === undefined) return undefined;
  const at = placeOf(model, use);
  if (at === undefined || isAdapting(use) || isOfOneItem(model, use)) return undefined;
  const score = laterScore(model, use, role.key);
  const isMixed = use.roles.some(({ purpose }) => purpose === "train");
  if (isMixed) {
    const isJoined = score !== undefined && joinsBoth(model, use.data, 0);
    return isJoined ? { use, at, isJoined, score } : undefined;
  }
  // What groups rows learns nothing for others.
  if (use.event.method === "fit_predict" || isScikitFit(use) || isSwapped(model, use)) return undefined;
  if (score === undefined && isScoredOnTrain(model, use)) return { use, at, isJoined: false, score };
  const isScoredBefore = usesOfData(model).some(
    (other) => isJudged(other) && other.order < use.order && other.roles.some(({ key }) => key === role.key),
  );
  return score === undefined && isScoredBefore ? undefined : { use, at, isJoined: false, score };
}

/** Is what is trained on the test part scored on the training part afterwards? Then the two were swapped. */
function isScoredOnTrain(model: Model, { models, order }: DataUse): boolean {
  return usesByObjects(model).some(
    ({ object, use }) =>
      isJudged(use) &&
      models.includes(object) &&
      use.order > order &&
      use.roles.length > 0 &&
      use.roles.every(({ purpose }) => purpose === "train"),
  );
}

function isScikitFit({ models: [fitted], event }: DataUse): boolean {
  if (fitted === undefined || event.method === undefined || event.method === "backward") return false;
  return isPredictor(fitted) || isTransformer(fitted);
}

/** A helper that is called for both sides in turn, fitting on the one and scoring on the other, swaps them on purpose. */
function isSwapped(model: Model, { event, models }: DataUse): boolean {
  if (models.length === 0) return false;
  const same = usesOfData(model).filter((other) => other.event.call === event.call && other.kind === "fit");
  return same.some(({ roles }) => roles.length > 0 && roles.every(({ purpose }) => purpose === "train"));
}

/** Methods that adapt to the rows at hand, or attack them, do so on purpose. */
function isAdapting({ event }: DataUse): boolean {
  return [...frames(event.frame)].some(
    ({ closure }) =>
      onPurpose.test(closure?.form.name ?? "") || (closure?.owner !== undefined && isAttack(closure.owner)),
  );
}

/** A new model for each single item, as in `for i in range(len(test)): restore(test[i])`, learns from that item to work on it. */
function isOfOneItem(model: Model, { event, data }: DataUse): boolean {
  return [...loops(event.loops)].some((loop) => {
    const { target } = loop.loop;
    const isItem = ({ id, origin }: Entity): boolean =>
      id >= loop.firstId &&
      origin.how === "index" &&
      target?.kind === "Name" &&
      origin.by.kind === "Name" &&
      origin.by.id === target.id &&
      rolesIn(model, origin.of).length > 0;
    const isNew = event.receiver?.kind === "entity" && event.method !== "backward" && event.receiver.id >= loop.firstId;
    return (isNew || makesModel(model, loop)) && lineageOf(model, data).some(({ entity }) => isItem(entity));
  });
}

const onPurpose = /adapt|attack|adversar|tta|finetune_bn|calibrat|invert|explain|saliency/i;

/** Who infers which rows a model was trained on learns from those that it was not. */
function isAttack({ form, bases }: UserClass): boolean {
  if (/attack|membership/i.test(form.name ?? "")) return true;
  return bases.some((base) => base.kind === "class" && isAttack(base));
}

/** Do the rows come from a call that puts both parts together? What is handed along, such as a length, is not looked at. */
function joinsBoth(model: Model, value: Value, depth: number): boolean {
  if (depth > 12) return false;
  return alternatives(value).some((option) => {
    if (option.kind === "tuple") return option.items.some((item) => joinsBoth(model, item, depth + 1));
    if (option.kind !== "entity") return false;
    if (isJoin(option)) {
      const purposes = new Set(
        partsOfJoin(option).flatMap((part) => rolesIn(model, part).map(({ purpose }) => purpose)),
      );
      if (purposes.has("train") && purposes.has("test")) return true;
    }
    return mainSources(option).some((source) => joinsBoth(model, source, depth + 1));
  });
}

function isJoin({ origin }: Entity): boolean {
  if (origin.how === "operation") return origin.operator === "+" || origin.operator === "|";
  if (origin.how !== "call") return false;
  return /(^|\.)(concat(enate)?(_datasets)?|cat|[vr]stack|append|extend|ConcatDataset|chain)$/.test(
    origin.method ?? origin.path ?? "",
  );
}

function partsOfJoin(entity: Entity): readonly Value[] {
  return entity.from.flatMap((part) =>
    alternatives(part).flatMap((option): readonly Value[] => {
      if (option.kind === "tuple") return option.items;
      return option.kind === "entity" && option.items !== undefined ? option.items : [option];
    }),
  );
}

/** What the rows of a value are, as against what else went into it. */
function mainSources({ origin, from }: Entity): readonly Value[] {
  switch (origin.how) {
    case "call":
      if (origin.method !== undefined && origin.receiver !== undefined && !appliesFitted.has(origin.method))
        return [origin.receiver];
      return [...origin.args.positional.slice(0, 2)];
    case "instance":
      return origin.args.positional.slice(0, 2);
    case "index":
    case "slice":
    case "element":
    case "attribute":
      return [origin.of];
    default:
      return from;
  }
}
