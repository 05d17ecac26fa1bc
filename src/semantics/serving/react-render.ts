import { functionsAround, surroundingsOf } from "../code/surroundings.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { handedTo } from "../tfjs/making.js";
import { nameOfFunction } from "../tfjs/repeats.js";

/** Does a call happen whenever React draws: in the body of a component or a hook, or in an effect that says nothing of when? */
export function isDrawnByReact(model: Model, { call, unit }: CallEvent): boolean {
  const { form } = unit;
  if (!/["'](p?react|react-native)["']/.test(form.text) || unit.path !== model.path) return false;
  const around = surroundingsOf(form);
  const functions = [...functionsAround(around, call)];
  for (const to of handedTo(form, call)) {
    const name = to.callee.kind === "Attribute" ? to.callee.name : to.callee.kind === "Name" ? to.callee.id : "";
    if (/^use(Layout|Insertion)?Effect$/.test(name)) return to.args.length === 1;
    // What is handed to anything else runs when that sees fit.
    return false;
  }
  const [own] = functions;
  if (own === undefined || own.isAsync) return false;
  const name = nameOfFunction(form, own) ?? "";
  return /^(use)?[A-Z]/.test(name) && /<\w|\buse[A-Z]\w*\(/.test(form.text.slice(own.start, own.end));
}
