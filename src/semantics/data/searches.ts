import { crossValidators } from "../../knowledge/sklearn.js";
import { bestScores } from "../../knowledge/searches.js";
import type { Attribute, Expression } from "../../syntax/expressions.js";
import { happensInScript } from "../code/entry-point.js";
import { returnsSomething } from "../code/returns.js";
import { isUnitTestFile } from "../code/unit-tests.js";
import { eachStatement, pushExpressions, pushParts } from "../code/visit.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import type { Value } from "../values.js";
import { callInFile } from "../code/call-in-file.js";
import type { DataUse } from "./data-use.js";
import { lineageOf } from "./lineage.js";
import { realPartsIn } from "./part-uses.js";
import { rolesIn } from "./roles.js";
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
  if (isUnitTestFile(model.form)) return [];
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
  for (const { kind, event, order, data } of usesOfData(model))
    if (kind === "tune" && realPartsIn(model, data).length === 0) found.push({ event, order, data });
  model.allCalls.forEach((event, order) => {
    if (event.path === undefined || !crossValidators.has(event.path)) return;
    const data = event.args.positional[1] ?? event.args.named.get("X");
    const study = studyAround(model, event);
    if (data === undefined || study === undefined || realPartsIn(model, data).length > 0) return;
    found.push({ event: study, order, data });
  });
  return found;
}

/** `study.optimize(objective)`, in whose objective something happens. */
function studyAround(model: Model, { frame }: CallEvent): CallEvent | undefined {
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

/** The score, after a search, on a part of the rows that it saw. */
function laterPart(model: Model, { order, data }: Search): DataUse | undefined {
  return usesOfData(model).find(
    (use) =>
      use.order > order &&
      (use.kind === "score" || use.kind === "predict") &&
      use.roles.some(
        ({ purpose, part }) => purpose !== "train" && part !== undefined && sharesAllRows(model, data, part.source),
      ),
  );
}

/** Where the score of the best trial is given out as the result, in a file that scores on no other rows. */
export function reportedBestScores(model: Model): readonly Attribute[] {
  if (isUnitTestFile(model.form) || !/Search|optuna|skopt/.test(model.form.text)) return [];
  const searches = usesOfData(model).filter(({ kind }) => kind === "tune");
  // What a function hands back with its search may be judged by whoever calls it.
  if (searches.length > 0 && searches.every(({ event }) => !happensInScript(event) && returnsSomething(event)))
    return [];
  const found: Attribute[] = [];
  eachStatement(model.form.body, (statement) => {
    const pending: Expression[] = [];
    if (statement.kind === "Assign" && statement.value !== undefined) pending.push(statement.value);
    else pushExpressions(statement, pending);
    const isPlain = statement.kind === "Assign" && statement.value?.kind === "Attribute";
    if (isPlain || statement.kind === "Branch" || statement.kind === "Loop") return;
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (next.kind === "Attribute" && bestScores.has(next.name) && !isSelf(next.object)) found.push(next);
      if (next.kind !== "Comparison" && next.kind !== "FunctionExpression") pushParts(next, pending);
    }
  });
  if (found.length === 0 || isJudgedElsewhere(model)) return [];
  return found.sort((a, b) => a.start - b.start).slice(0, 1);
}

/** A class that keeps a best score of its own is a search itself. */
function isSelf(object: Expression): boolean {
  return object.kind === "Name" && object.id === "self";
}

/** Is anything scored that the search was not fitted on, or the search itself cross-validated? */
function isJudgedElsewhere(model: Model): boolean {
  const searched = usesOfData(model).filter(({ kind }) => kind === "tune");
  return (
    usesOfData(model).some(
      (use) =>
        (use.kind === "score" || use.kind === "predict") &&
        (rolesIn(model, use.data).some(({ purpose }) => purpose !== "train") ||
          (use.kind === "score" && !searched.some(({ data }) => isMadeOf(model, use.data, data)))),
    ) ||
    model.allCalls.some(
      ({ path, args }) =>
        path !== undefined &&
        crossValidators.has(path) &&
        searched.some(({ model: search }) => search !== undefined && args.positional[0] === search),
    )
  );
}

function isMadeOf(model: Model, value: Value, data: Value): boolean {
  const sources = new Set<unknown>(lineageOf(model, data).map(({ entity }) => entity));
  const steps = lineageOf(model, value);
  return steps.length === 0 || steps.some(({ entity }) => sources.has(entity));
}
