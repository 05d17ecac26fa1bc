import { deciderOf } from "../../knowledge/watching.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, argument, type Entity, type Value } from "../values.js";
import { receiversOf, rowsGiven, type RawUse, type Rows } from "./data-use.js";

/** What a learner of fastai trains on, is watched on, and is scored on: the loaders that it was made with, unless it is given others. */
export function fastaiUses(model: Model): readonly RawUse[] {
  if (!model.uses("fastai")) return [];
  return model.allCalls.flatMap((event): readonly RawUse[] => {
    const method = event.method ?? "";
    if (!trains.test(method) && !scores.test(method)) return [];
    const learner = receiversOf(event).find(isLearner);
    const made = learner && model.allCalls.find(({ result }) => result === learner);
    if (learner === undefined || made === undefined) return [];
    const models = [learner];
    const loaders = loadersOf(model, made);
    if (scores.test(method)) {
      const own = rowsGiven(event, undefined, "dl");
      const rows =
        own ?? (loaders?.watched && { ...loaders.watched, given: { expression: event.call, frame: event.frame } });
      return rows === undefined ? [] : [{ kind: "score", event, models, ...rows }];
    }
    const found: RawUse[] = [];
    if (loaders !== undefined) found.push({ kind: "fit", event, models, ...loaders.trained });
    if (loaders?.watched !== undefined)
      found.push({ kind: "watch", event, models, ...loaders.watched, decides: decides(made) || decides(event) });
    return found;
  });
}

const trains = /^(fit|fit_one_cycle|fit_flat_cos|fit_sgdr|fine_tune)$/;
const scores = /^(validate|get_preds)$/;

function isLearner({ origin }: Entity): boolean {
  return origin.how === "call" && /^fastai\.(\w+\.)*(Learner|\w+_learner)$/.test(origin.path ?? "");
}

/** `DataLoaders(train, valid)` keeps two parts; other makers hold some rows of theirs out themselves. */
function loadersOf(
  model: Model,
  made: CallEvent,
): { readonly trained: Rows; readonly watched: Rows | undefined } | undefined {
  const given = rowsGiven(made, 0, "dls");
  const [only] = alternatives(given?.data);
  if (given === undefined || only?.kind !== "entity" || only.origin.how !== "call") return undefined;
  const { path } = only.origin;
  const maker = model.allCalls.find(({ result }) => result === only);
  if (path === undefined || maker === undefined || !/^fastai\.(\w+\.)*\w*DataLoaders(\.\w+)?$/.test(path))
    return { trained: given, watched: undefined };
  const trained = rowsGiven(maker, 0, "df", "path", "dss");
  const isPlain = /\.DataLoaders(\.from_dsets)?$/.test(path);
  return { trained: trained ?? given, watched: isPlain ? rowsGiven(maker, 1, "valid") : undefined };
}

function decides({ args }: CallEvent): boolean {
  const callbacks = argument(args, undefined, "cbs");
  return alternatives(callbacks).some(
    (option) => option.kind === "entity" && (option.items ?? [option]).some(isDecider),
  );
}

function isDecider(callback: Value): boolean {
  const type = callback.kind === "entity" ? (callback.type ?? "") : "";
  return deciderOf(type) !== undefined || /\.SaveModelCallback$/.test(type);
}
