import { isSearchType } from "../../knowledge/sklearn.js";
import { boosterTraining, isDatasetTrainer, isLightningTrainer, watchedNames } from "../../knowledge/watching.js";
import { derivesFrom } from "../follow/attributes.js";
import { givenArguments, givenAs } from "../code/given-arguments.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type Entity, type Value } from "../values.js";
import { watchDecides } from "./deciders.js";
import { helperOutOfSight } from "./helpers-out-of-sight.js";
import { loopFits } from "./loop-uses.js";
import type { RawUse } from "./data-use.js";
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
      trained: onlyObject(event.result),
      data: givenAs(event, training.data, ...training.dataNames),
      watched: givenAs(event, training.watched, ...training.watchedNames),
    });
  if (helperOutOfSight(event) === "fit" && !(method !== undefined && fitting.has(method))) {
    const handed = givenArguments(event).filter(({ value }) => rolesIn(model, value).length > 0);
    if (handed.length > 0)
      return handed.map(({ value, expression }) => ({
        kind: "fit",
        event,
        model: undefined,
        data: value,
        given: { expression, frame: event.frame },
      }));
  }
  // A method of the workspace's own that was followed shows by itself what it does.
  if (method === undefined || (callee?.kind === "closure" && event.entered)) return [];
  const trained = onlyObject(event.receiver);
  if (method === "train") return trained === undefined ? [] : trainerUses(model, event, trained);
  // `re.search` tunes nothing: who searches is an object.
  if (!fitting.has(method) || (method === "search" && !isObject(trained))) return [];
  if (trained?.type !== undefined && isLightningTrainer(trained.type))
    return usesOf(model, event, {
      trained,
      data: givenAs(event, 1, "train_dataloaders", "train_dataloader"),
      watched: givenAs(event, 2, "val_dataloaders", "val_dataloader"),
    });
  const isSearch = trained?.type !== undefined && isSearchType(trained.type);
  return usesOf(model, event, {
    trained,
    data: givenAs(event, 0, "X", "x", "y", "data", "raw_documents", "texts"),
    watched: givenAs(event, undefined, ...watchedNames) ?? predefinedSplit(model, trained),
    kind: isSearch || method === "search" ? "tune" : "fit",
  });
}

/** A pattern of regular expressions searches texts. */
function isObject(searched: Entity | undefined): boolean {
  if (searched === undefined) return false;
  return !(searched.origin.how === "call" && searched.origin.path === "re.compile");
}

/** skorch watches what its network was made with: `train_split=predefined_split(rows)`. */
function predefinedSplit(model: Model, trained: Entity | undefined): ReturnType<typeof givenAs> {
  if (trained?.type?.startsWith("skorch.") !== true) return undefined;
  const made = model.allCalls.find(({ result }) => result === trained);
  const given = made === undefined ? undefined : givenAs(made, undefined, "train_split");
  if (given?.value.kind !== "entity" || given.value.origin.how !== "call") return undefined;
  const [rows] = given.value.origin.args.positional;
  return rows === undefined || !/predefined_split$/.test(given.value.origin.path ?? "")
    ? undefined
    : { value: rows, expression: given.expression };
}

const fitting = new Set([
  "fit",
  "fit_transform",
  "partial_fit",
  "fit_resample",
  "fit_predict",
  "fit_generator",
  "train_on_batch",
  "search",
]);

interface Given {
  readonly trained: Entity | undefined;
  readonly data: ReturnType<typeof givenAs>;
  readonly watched: ReturnType<typeof givenAs>;
  readonly kind?: "fit" | "tune";
}

function usesOf(model: Model, event: CallEvent, { trained, data, watched, kind = "fit" }: Given): readonly RawUse[] {
  const found: RawUse[] = [];
  const given = (expression: NonNullable<typeof data>["expression"]): RawUse["given"] => ({
    expression,
    frame: event.frame,
  });
  if (data !== undefined) found.push({ kind, event, model: trained, data: data.value, given: given(data.expression) });
  if (watched === undefined) return found;
  const decides = watchDecides(model, event, trained);
  const sets = watchedSets(watched.value);
  sets.forEach((value, index) => {
    // XGBoost stops by the last of several.
    const isLast = index === sets.length - 1 || !/^xgboost\./.test(event.path ?? trained?.type ?? "");
    const use = { kind: "watch", event, model: trained, data: value, given: given(watched.expression) } as const;
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
    trained: trainer,
    data: givenAs(made, 3, "train_dataset"),
    watched: givenAs(made, 4, "eval_dataset"),
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

/** The one object that a value is, or the first of several that a branch may have left. */
export function onlyObject(value: Value | undefined): Entity | undefined {
  return alternatives(value).find((option) => option.kind === "entity");
}
