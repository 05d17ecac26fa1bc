import type { Expression } from "../../syntax/expressions.js";
import { callsGiving } from "../code/calls-giving.js";
import { frames } from "../code/frames.js";
import { orderOf } from "../code/call-order.js";
import type { CallEvent, Frame } from "../follow/run.js";
import type { Model } from "../model.js";
import type { DataUse } from "./data-use.js";
import { isJudged, isOtherJudged, testRole } from "./final-scores.js";
import { lineageOf } from "./lineage.js";
import type { Role } from "./roles.js";
import { studyAround } from "./searches.js";
import { usesOfData } from "./uses.js";

/** A search whose objective gives back a score on the part that is scored again after it. */
export interface StudiedTest {
  readonly study: CallEvent;
  readonly role: Role;
  /** The call that scores, in the function that the search calls. */
  readonly scoring: Expression;
}

/** Once for each search. */
export function studiedTestsIn(model: Model): readonly StudiedTest[] {
  if (!model.mentions(/optuna|hyperopt|skopt|scipy/)) return [];
  const found = new Map<Expression, StudiedTest>();
  for (const use of usesOfData(model)) {
    const role = isJudged(use) ? testRole(use.roles) : undefined;
    const study = role === undefined ? undefined : studyAround(model, use.event);
    if (role === undefined || study === undefined || found.has(study.call)) continue;
    const frame = objectiveIn(use.event, study);
    if (frame?.unit.path !== model.path || !isScoredAfter(model, study, role)) continue;
    if (isOtherJudged(model, orderOf(model, study), role)) continue;
    const scoring = returnedScore(model, use, frame);
    if (scoring !== undefined) found.set(study.call, { study, role, scoring });
  }
  return [...found.values()];
}

/** The call of the function that does the work: a lambda that only hands on is not looked at. */
function objectiveIn({ frame }: CallEvent, study: CallEvent): Frame | undefined {
  const inside = [...frames(frame)];
  const outermost = inside.findIndex(({ call, closure }) => call === study.call && closure !== undefined);
  const handsOn = inside[outermost]?.closure?.form.isLambda === true && outermost > 0;
  return inside[handsOn ? outermost - 1 : outermost];
}

function isScoredAfter(model: Model, study: CallEvent, role: Role): boolean {
  return usesOfData(model).some(
    (other) =>
      isJudged(other) &&
      studyAround(model, other.event)?.call !== study.call &&
      other.order > orderOf(model, study) &&
      other.roles.some(({ key }) => key === role.key),
  );
}

/** The last call of the function that worked with the part for what it returns. */
function returnedScore(model: Model, use: DataUse, objective: Frame): Expression | undefined {
  for (const { value } of objective.returns) {
    const steps = value === undefined ? [] : lineageOf(model, value);
    const events = steps.flatMap(({ entity }) => callsGiving(model, entity));
    if (!events.includes(use.event)) continue;
    const calls = usesOfData(model).filter(
      (other) => isJudged(other) && events.includes(other.event) && testRole(other.roles) !== undefined,
    );
    const { event } = calls.at(-1) ?? use;
    let { call, frame }: { call: Expression | undefined; frame: Frame | undefined } = event;
    for (; frame !== undefined && frame !== objective; call = frame.call, frame = frame.caller);
    return call;
  }
  return undefined;
}
