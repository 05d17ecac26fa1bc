import { eachElement, onceOnly, repeatedly } from "../../knowledge/script-globals.js";
import type { Call } from "../../syntax/expressions.js";
import type { FormModule, FunctionForm } from "../../syntax/form.js";
import { frames, loops } from "../code/frames.js";
import type { CallEvent } from "../follow/run.js";
import type { Closure } from "../values.js";
import { surroundingsOf } from "../code/surroundings.js";
import type { Model } from "../model.js";
import { eventsByCall, handedTo } from "./making.js";

/** Does this happen over and over: in a loop, in a handler, or in a function that callers may call whenever they like? */
export function isRepeated(model: Model, event: CallEvent): boolean {
  if (isInLoop(event) || isHandled(model, event)) return true;
  for (const frame of frames(event.frame)) {
    if (!frame.isRoot) continue;
    const { closure } = frame;
    return closure !== undefined && closure.form.name !== "constructor" && !onceOnly.test(nameOf(closure));
  }
  return false;
}

/** In a loop of the code, whoever called from there. */
export function isInLoop({ loops: around }: CallEvent): boolean {
  for (const { loop } of loops(around)) if (loop.test?.kind !== "Literal" || loop.test.value !== false) return true;
  return false;
}

/** In a function that is handed to something that calls it again and again: a timer, an event, an array. */
export function isHandled(model: Model, { frame, unit, call }: CallEvent): boolean {
  for (const { call: from } of frames(frame)) if (from !== undefined && isRepeating(model, from)) return true;
  for (const to of handedTo(unit.form, call)) if (isRepeating(model, to)) return true;
  for (const { closure } of frames(frame)) if (closure !== undefined && isHandedOn(closure)) return true;
  return false;
}

/** In a function that a timer or an event calls, when whoever set that up has long come back. */
export function isCalledLater({ frame, unit, call }: CallEvent): boolean {
  const isLater = (by: Call): boolean => {
    const name = calledName(by);
    return repeatedly.test(name) && !eachElement.has(name) && name !== "reduce";
  };
  for (const { call: from, closure } of frames(frame)) {
    if (from !== undefined && isLater(from)) return true;
    if (closure !== undefined && isHandedOn(closure)) return true;
  }
  return [...handedTo(unit.form, call)].some(isLater);
}

/** `requestAnimationFrame(draw)`, `button.onclick = train`: a function whose name is more than called. */
function isHandedOn(closure: Closure): boolean {
  const { names, parents, statements } = surroundingsOf(closure.unit.form);
  return (names.get(nameOf(closure)) ?? []).some((name) => {
    const parent = parents.get(name);
    if (parent?.kind === "Call") return parent.callee !== name && repeatedly.test(calledName(parent));
    const statement = statements.get(name);
    const target = statement?.kind === "Assign" ? statement.targets[0] : undefined;
    return parent === undefined && target?.kind === "Attribute" && target.name.startsWith("on");
  });
}

function calledName({ callee }: Call): string {
  return callee.kind === "Attribute" ? callee.name : callee.kind === "Name" ? callee.id : "";
}

function isRepeating(model: Model, call: Call): boolean {
  const isOurs = eventsByCall(model)
    .get(call)
    ?.some((event) => event.callee?.kind === "closure");
  return isOurs !== true && repeatedly.test(calledName(call));
}

const drawing = /^(requestAnimationFrame|requestVideoFrameCallback|setInterval|useFrame)$/;

/** In a function that runs for every frame of an animation. */
export function isDrawn(model: Model, { frame, unit, call }: CallEvent): boolean {
  for (const { call: from } of frames(frame)) if (from !== undefined && drawing.test(calledName(from))) return true;
  for (const to of handedTo(unit.form, call)) if (drawing.test(calledName(to))) return true;
  for (const { closure } of frames(frame)) {
    if (closure === undefined) continue;
    const { names, parents } = surroundingsOf(closure.unit.form);
    const isAsked = (names.get(nameOf(closure)) ?? []).some((name) => {
      const parent = parents.get(name);
      return parent?.kind === "Call" && parent.callee !== name && drawing.test(calledName(parent));
    });
    if (isAsked || asksForItself(model, closure)) return true;
  }
  return false;
}

/** `requestAnimationFrame(() => this.draw())`, `requestAnimationFrame(this.draw)`. */
function asksForItself(model: Model, closure: Closure): boolean {
  const name = nameOf(closure);
  if (name === "" || closure.unit.path !== model.path) return false;
  const asked = new RegExp(
    `\\b(requestAnimationFrame|requestVideoFrameCallback|setInterval)\\((\\(\\w*\\) => )?(this\\.|self\\.)?${name}\\b`,
  );
  return asked.test(model.form.text);
}

function nameOf({ form, unit }: Closure): string {
  return nameOfFunction(unit.form, form) ?? "";
}

/** The name of a function, or of the variable that an arrow is put into. */
export function nameOfFunction(module: FormModule, form: FunctionForm): string | undefined {
  if (form.name !== undefined) return form.name;
  const { definitions, statements } = surroundingsOf(module);
  const at = definitions.get(form)?.at;
  const statement = at?.kind === "FunctionExpression" ? statements.get(at) : undefined;
  const target = statement?.kind === "Assign" && statement.value === at ? statement.targets[0] : undefined;
  // Methods as they are written for old engines: `Net.prototype.load = function () {}`.
  if (target?.kind === "Attribute" && /\.prototype$/.test(textOf(module, target.object))) return target.name;
  return target?.kind === "Name" ? target.id : undefined;
}

function textOf({ text }: FormModule, { start, end }: { readonly start: number; readonly end: number }): string {
  return text.slice(start, end);
}
