import { givesTfjsModel, loadsTfjsModel } from "../../knowledge/tfjs.js";
import type { Call } from "../../syntax/expressions.js";
import { frames } from "../code/frames.js";
import { perModel } from "../code/per-model.js";
import { scopeOf, surroundingsOf } from "../code/surroundings.js";
import { isTestPath } from "../code/test-paths.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type Entity } from "../values.js";
import { fateOf } from "./fates.js";
import { eventsByCall, handedTo } from "./making.js";
import { isHandled, isInLoop, isRepeated } from "./repeats.js";

/** A model that is made or loaded over and over and never given back. */
export interface LostModel {
  readonly call: Call;
  readonly how: "made" | "loaded";
  readonly where: "loop" | "handler" | "function";
}

export const lostModels = perModel((model): readonly LostModel[] => {
  if (isTestPath(model.path) || model.mentions(/\bdisposeVariables\b|\bdescribe\(/)) return [];
  const found: LostModel[] = [];
  for (const [call, events] of eventsByCall(model)) {
    if (events[0]?.unit.path !== model.path) continue;
    const lost = lostBy(model, call, events);
    if (lost !== undefined) found.push(lost);
  }
  return found.sort((a, b) => a.call.start - b.call.start);
});

function lostBy(model: Model, call: Call, events: readonly CallEvent[]): LostModel | undefined {
  const making = events.filter((event) => modelsOf(event).length > 0);
  if (making.length < events.length || making.some((event) => modelsOf(event).some(isGivenBack))) return undefined;
  if (making.some((event) => event.callee?.kind === "closure" && !modelsOf(event).every(isHandedOut(model))))
    return undefined;
  const isLoad = making.some((event) => modelsOf(event).some(isLoaded));
  const where = making.some(isInLoop)
    ? "loop"
    : // What a click trains is the user's own and there until the next one; what a request loads is there for good.
      isLoad && making.some((event) => isHandled(model, event))
      ? "handler"
      : isLoad && making.some((event) => isRepeated(model, event) && isAnswering(event))
        ? "function"
        : undefined;
  if (isLoad && isLostByEffect(model, call)) return { call, how: "loaded", where: "handler" };
  if (where === undefined || isGuarded(model, call)) return undefined;
  const isLost =
    fateOf(model, model.form, call) === "lost" || (isLoad && where === "handler" && isPutOverAnother(model, call));
  return isLost ? { call, how: isLoad ? "loaded" : "made", where } : undefined;
}

/** `useEffect(() => { tf.loadGraphModel(url).then(setModel); }, [url])` without a clean-up that disposes. */
function isLostByEffect(model: Model, call: Call): boolean {
  for (const { callee, args } of handedTo(model.form, call)) {
    if (callee.kind === "Attribute" && callee.name === "then") continue;
    const name = callee.kind === "Attribute" ? callee.name : callee.kind === "Name" ? callee.id : "";
    if (!/^use(Layout)?Effect$/.test(name)) return false;
    const [effect, on] = args;
    const runsAgain = on === undefined || (on.value.kind === "Sequence" && on.value.items.length > 0);
    return runsAgain && effect !== undefined && !/\bdispose\b|\?\?=/.test(model.text(effect));
  }
  return false;
}

/** `model = await tf.loadLayersModel(url)` in a handler: the one before is nobody's any more, and nobody disposes it. */
function isPutOverAnother(model: Model, call: Call): boolean {
  const { statements, functions } = surroundingsOf(model.form);
  const statement = statements.get(call);
  if (statement?.kind !== "Assign" || statement.declares !== undefined || statement.targets.length !== 1) return false;
  const [target] = statement.targets;
  if (target?.kind !== "Name" || scopeOf(model.form, target) === functions.get(target)) return false;
  const form = functions.get(call);
  if (form === undefined || new RegExp(`\\b(if|while) \\([^)]*\\b${target.id}\\b`).test(model.text(form))) return false;
  return !new RegExp(`\\b${target.id}\\??\\.dispose\\b`).test(model.form.text);
}

/** Is it made to be returned, and by nobody kept for the next time? */
function isHandedOut(model: Model): (made: Entity) => boolean {
  return ({ site, unit }) => site !== undefined && fateOf(model, unit.form, site) === "returned";
}

/** The models that a call makes, or that a function of ours has just made for it. */
function modelsOf({ path, result, callee, call }: CallEvent): readonly Entity[] {
  if (path !== undefined && givesTfjsModel(path)) return entitiesOf(result);
  if (callee?.kind !== "closure") return [];
  return entitiesOf(result).filter(
    ({ origin, site }) =>
      origin.how === "call" &&
      origin.path !== undefined &&
      givesTfjsModel(origin.path) &&
      site !== call &&
      isIn(site, callee.form),
  );
}

function isIn(
  site: { readonly start: number; readonly end: number } | undefined,
  form: { readonly start: number; readonly end: number },
): boolean {
  return site !== undefined && form.start <= site.start && site.end <= form.end;
}

function entitiesOf(value: CallEvent["result"]): readonly Entity[] {
  return alternatives(value).filter((one) => one.kind === "entity");
}

function isLoaded({ origin }: Entity): boolean {
  return origin.how === "call" && origin.path !== undefined && loadsTfjsModel(origin.path);
}

function isGivenBack({ methodsCalled }: Entity): boolean {
  return methodsCalled.has("dispose");
}

/** A function that loads a model to answer with it once: whoever calls it again loads it again. */
function isAnswering({ frame, unit }: CallEvent): boolean {
  for (const { closure, isRoot } of frames(frame))
    if (isRoot && closure !== undefined)
      return /\.(predict|execute|executeAsync)\(/.test(unit.form.text.slice(closure.form.start, closure.form.end));
  return false;
}

/** `if (!cached) cached = await tf.loadLayersModel(url)`. */
function isGuarded(model: Model, call: Call): boolean {
  const statement = surroundingsOf(model.form).statements.get(call);
  return statement?.kind === "Assign" && statement.operator !== undefined;
}
