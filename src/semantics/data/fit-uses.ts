import { crossValidators, isSearchType } from "../../knowledge/sklearn.js";
import { boosterTraining, isDatasetTrainer, isLightningTrainer, watchedNames } from "../../knowledge/watching.js";
import { derivesFrom } from "../follow/attributes.js";
import { givenArguments } from "../code/given-arguments.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, argument, type Entity, type Value } from "../values.js";
import { objectsIn, receiversOf, rowsGiven, type RawUse, type Rows } from "./data-use.js";
import { watchDecides } from "./deciders.js";
import { isTransformer } from "./estimators.js";
import { helperOutOfSight } from "./helpers-out-of-sight.js";
import { loopFits } from "./loop-uses.js";
import { roleOfName } from "./own-names.js";
import { rolesIn } from "./roles.js";

/** The uses that a model learns from, or is watched on while it learns. */
export function fitUses(model: Model): readonly RawUse[] {
  const found: RawUse[] = [];
  for (const event of model.allCalls) found.push(...usesOfCall(model, event));
  return [...found, ...loopFits(model)];
}

function usesOfCall(model: Model, event: CallEvent): readonly RawUse[] {
  const { path, method, callee } = event;
  const training = path === undefined ? undefined : boosterTraining.get(path);
  if (training !== undefined)
    return usesOf(model, event, {
      trained: objectsIn(event.result),
      data: rowsGiven(event, training.data, ...training.dataNames),
      watched: rowsGiven(event, training.watched, ...training.watchedNames),
    });
  if (path !== undefined && crossValidators.has(path))
    return usesOf(model, event, {
      trained: objectsIn(argument(event.args, 0, "estimator")),
      data: rowsGiven(event, 1, "X"),
      target: argument(event.args, 2, "y"),
      kind: "validate",
    });
  if (helperOutOfSight(event) === "fit" && !(method !== undefined && fitting.has(method))) {
    const handed = givenArguments(event).filter(
      ({ name, value }) => !isForOthers(name) && !isAnswer(value) && rolesIn(model, value).length > 0,
    );
    const toLearn = handed.filter(({ value }) => rolesIn(model, value).some(({ purpose }) => purpose === "train"));
    // Beside the training part, another one is there to be watched.
    if (handed.length > 0)
      return (toLearn.length > 0 ? toLearn : handed).map(({ value, expression }) => ({
        kind: "fit",
        event,
        models: [],
        data: value,
        given: { expression, frame: event.frame },
      }));
  }
  // A method of the workspace's own that was followed shows by itself what it does.
  if (method === undefined || (callee?.kind === "closure" && event.entered)) return [];
  return methodUses(model, event, method);
}

/** What a training takes as `test_data=` or `valid_loader=` it does not learn from. */
function isForOthers(name: string | undefined): boolean {
  const role = name === undefined ? undefined : roleOfName(name);
  return role !== undefined && role !== "train";
}

/** `model.train(mode == "train")` is told yes or no. */
function isAnswer(value: Value): boolean {
  return alternatives(value).every(
    (option) =>
      option.kind === "entity" && option.origin.how === "operation" && /^([!=]=|not)$/.test(option.origin.operator),
  );
}

function methodUses(model: Model, event: CallEvent, method: string): readonly RawUse[] {
  const trained = receiversOf(event);
  const [first] = trained;
  if (method === "train") return first === undefined ? [] : trainerUses(model, event, first);
  if (adapting.has(method) && !trained.some((object) => isTransformer(object))) return [];
  // `re.search` tunes nothing: who searches is an object.
  if (!(fitting.has(method) || adapting.has(method)) || (method === "search" && !isObject(first))) return [];
  if (first?.type !== undefined && isLightningTrainer(first.type))
    return usesOf(model, event, {
      trained,
      data: rowsGiven(event, 1, "train_dataloaders", "train_dataloader"),
      watched: rowsGiven(event, 2, "val_dataloaders", "val_dataloader"),
    });
  const isSearch = first?.type !== undefined && isSearchType(first.type);
  return usesOf(model, event, {
    trained,
    data: rowsGiven(event, 0, "X", "x", "raw_documents", "y", "data", "texts"),
    target: argument(event.args, 1, "y"),
    watched: rowsGiven(event, undefined, ...watchedNames) ?? predefinedSplit(model, first),
    kind: isSearch || method === "search" ? "tune" : "fit",
  });
}

/** A pattern of regular expressions searches texts. */
function isObject(searched: Entity | undefined): boolean {
  if (searched === undefined) return false;
  return !(searched.origin.how === "call" && searched.origin.path === "re.compile");
}

/** skorch watches what its network was made with: `train_split=predefined_split(rows)`. */
function predefinedSplit(model: Model, trained: Entity | undefined): Rows | undefined {
  if (trained?.type?.startsWith("skorch.") !== true) return undefined;
  const made = model.allCalls.find(({ result }) => result === trained);
  const split = made === undefined ? undefined : rowsGiven(made, undefined, "train_split");
  if (split?.data.kind !== "entity" || split.data.origin.how !== "call") return undefined;
  const [rows] = split.data.origin.args.positional;
  return rows === undefined || !/predefined_split$/.test(split.data.origin.path ?? "")
    ? undefined
    : { ...split, data: rows };
}

const fitting = new Set([
  "fit",
  "fit_transform",
  "partial_fit",
  "fit_resample",
  "fit_sample",
  "fit_predict",
  "fit_generator",
  "train_on_batch",
  "search",
]);
/** Fits of layers and tokenizers; other objects have other reasons to adapt. */
const adapting = new Set(["adapt", "fit_on_texts", "fit_on_sequences"]);

interface Given {
  readonly trained: readonly Entity[];
  readonly data: Rows | undefined;
  readonly target?: Value | undefined;
  readonly watched?: Rows | undefined;
  readonly kind?: "fit" | "tune" | "validate";
}

function usesOf(model: Model, event: CallEvent, uses: Given): readonly RawUse[] {
  const { trained, data, target, watched, kind = "fit" } = uses;
  const found: RawUse[] = [];
  if (data !== undefined) found.push({ kind, event, models: trained, ...data, target });
  if (watched === undefined) return found;
  const [first] = trained;
  const decides = watchDecides(model, event, first);
  const sets = watchedSets(watched.data);
  sets.forEach((value, index) => {
    // XGBoost stops by the last of several.
    const isLast = index === sets.length - 1 || !/^xgboost\./.test(event.path ?? first?.type ?? "");
    const use = { kind: "watch", event, models: trained, data: value, given: watched.given } as const;
    found.push({ ...use, decides: decides && isLast });
  });
  return found;
}

/** `[(X_train, y_train), (X_test, y_test)]` holds two sets, `(X_test, y_test)` one. */
function watchedSets(value: Value): readonly Value[] {
  const [only] = alternatives(value);
  if (only?.kind === "entity" && only.origin.how === "container" && only.items !== undefined && only.items.length > 0)
    return only.items;
  return [value];
}

/** `Trainer(model, train_dataset=..., eval_dataset=...).train()`: the data sets are those that it was made with. */
function trainerUses(model: Model, event: CallEvent, trainer: Entity): readonly RawUse[] {
  if (!isTrainerObject(trainer)) return [];
  const made = model.allCalls.find(({ result }) => result === trainer);
  if (made === undefined) return [];
  const uses = usesOf(model, made, {
    trained: [trainer],
    data: rowsGiven(made, 3, "train_dataset"),
    watched: rowsGiven(made, 4, "eval_dataset"),
  });
  // It happens when training is started; it is written where the trainer is made.
  return uses.map((use) => ({ ...use, event }));
}

/** Is it a trainer that is made with its data sets, or one of a class made of such? */
export function isTrainerObject(trainer: Entity): boolean {
  return (
    (trainer.type !== undefined && isDatasetTrainer(trainer.type)) ||
    (trainer.class !== undefined && derivesFrom(trainer.class, isDatasetTrainer))
  );
}
