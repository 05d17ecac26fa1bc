import type { Expression } from "../../syntax/expressions.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import type { Value } from "../values.js";
import { frames } from "../code/frames.js";
import { callInFile } from "../code/call-in-file.js";
import { orderOf } from "../code/call-order.js";
import { crossValidatedChoices } from "./cross-validated-choices.js";
import type { DataUse } from "./data-use.js";
import { isJudged } from "./final-scores.js";
import { realPartsIn } from "./part-uses.js";
import { sharesAllRows } from "./rows.js";
import { usesOfData } from "./uses.js";

/** A search that saw all rows, of which a part is scored later. */
export interface WholeSearch {
  readonly event: CallEvent;
  readonly at: Expression;
  readonly score: DataUse;
}

/** Once for each call that searches. */
export function wholeSearchesIn(model: Model): readonly WholeSearch[] {
  const found = new Map<Expression, WholeSearch>();
  for (const search of searchesOf(model)) {
    const place = callInFile(model, search.event);
    if (place === undefined || found.has(place.call)) continue;
    const score = laterPart(model, search);
    if (score !== undefined) found.set(place.call, { event: search.event, at: place.call, score });
  }
  return [...found.values()];
}

interface Search {
  readonly event: CallEvent;
  readonly order: number;
  readonly data: Value;
}

/** Searches fitted on rows that are no part of anything, and studies whose objective cross-validates on such rows. */
function searchesOf(model: Model): readonly Search[] {
  const found: Search[] = [];
  for (const { kind, event, order, data } of usesOfData(model)) {
    const search = kind === "tune" ? event : kind === "validate" ? studyAround(model, event) : undefined;
    if (search !== undefined && realPartsIn(model, data).length === 0) found.push({ event: search, order, data });
  }
  for (const { event, data } of crossValidatedChoices(model))
    if (realPartsIn(model, data).length === 0) found.push({ event, order: orderOf(model, event), data });
  found.push(...foldedStudies(model));
  return found;
}

/** Studies whose objective splits such rows itself. */
function foldedStudies(model: Model): readonly Search[] {
  if (!model.mentions(/optuna|hyperopt|skopt|scipy/)) return [];
  return usesOfData(model).flatMap((use): readonly Search[] => {
    if (!isJudged(use)) return [];
    const { event, order, roles } = use;
    const study = studyAround(model, event);
    if (study === undefined) return [];
    return roles.flatMap(({ part }): readonly Search[] => {
      if (part === undefined || realPartsIn(model, part.source).length > 0) return [];
      const around = [...frames(event.frame)];
      const inside = around.slice(0, around.findIndex(({ call }) => call === study.call) + 1);
      const isInside = inside.some(
        ({ closure }) =>
          closure !== undefined && closure.form.start <= part.at.start && part.at.end <= closure.form.end,
      );
      return isInside ? [{ event: study, order, data: part.source }] : [];
    });
  });
}

/** `study.optimize(objective)`, in whose objective something happens. */
export function studyAround(model: Model, { frame }: CallEvent): CallEvent | undefined {
  for (let at: typeof frame | undefined = frame; at !== undefined; at = at.caller) {
    const { closure, call } = at;
    if (closure === undefined || call === undefined) continue;
    const study = model.allCalls.find(
      (event) =>
        event.call === call &&
        /optimize|minimize|fmin/.test(event.method ?? event.path ?? "") &&
        [...event.args.positional, ...event.args.named.values()].some(
          (given) => given.kind === "closure" && given.form === closure.form,
        ),
    );
    if (study !== undefined) return study;
  }
  return undefined;
}

/** The score, after a search, on a part of the rows that it saw. What an objective scores is part of its search. */
function laterPart(model: Model, { event, order, data }: Search): DataUse | undefined {
  return usesOfData(model).find(
    (use) =>
      use.order > order &&
      isJudged(use) &&
      studyAround(model, use.event)?.call !== event.call &&
      use.roles.some(
        ({ purpose, part }) => purpose !== "train" && part !== undefined && sharesAllRows(model, data, part.source),
      ),
  );
}
