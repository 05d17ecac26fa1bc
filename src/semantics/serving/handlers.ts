import { messageNames, messageObjects, routeDecorators } from "../../knowledge/web-frameworks.js";
import type { Expression } from "../../syntax/expressions.js";
import type { FormModule, FunctionForm } from "../../syntax/form.js";
import { frames } from "../code/frames.js";
import { memo } from "../code/memo.js";
import { classAround } from "../code/statements-around.js";
import { surroundingsOf } from "../code/surroundings.js";
import type { Frame } from "../follow/run.js";
import type { Unit } from "../follow/unit.js";
import { isPythonHandler } from "./python-handlers.js";
import { isScriptHandler } from "./script-handlers.js";

/** How a function is known to answer what comes from outside, which tells what its parameters are. */
export type HandlerKind = "decorated" | "request" | "message" | "action";

/** Does an event happen in what answers requests or messages: is one of the functions around it a handler? */
export function isHandled(frame: Frame): boolean {
  for (const { closure } of frames(frame))
    if (closure !== undefined && handlerKind(closure.unit, closure.form) !== undefined) return true;
  return false;
}

const kinds = memo((_: FormModule): Map<FunctionForm, HandlerKind | undefined> => new Map());

/** What kind of a handler a function is; undefined for one that answers nobody outside. */
export function handlerKind(unit: Unit, form: FunctionForm): HandlerKind | undefined {
  const known = kinds(unit.form);
  if (!known.has(form)) known.set(form, kindOf(unit, form));
  return known.get(form);
}

function kindOf(unit: Unit, form: FunctionForm): HandlerKind | undefined {
  if (form.decorators.some((decorator) => isRoute(decorator))) return "decorated";
  if (unit.form.language === "typescript") {
    if (isServerAction(unit.form, form)) return "action";
    if (isOfMessages(unit.form, form)) return "message";
    return isScriptHandler(unit.form, unit.path, form) ? "request" : undefined;
  }
  const around = classAround(unit.form, form.nameSpan);
  return isPythonHandler({ form, unit, owner: around === undefined ? undefined : { form: around } })
    ? "request"
    : undefined;
}

/** `@app.post("/ask")`, `@Post()`, `@bot.event`: the framework fills in the parameters. */
function isRoute(decorator: Expression): boolean {
  const called = decorator.kind === "Call" ? decorator.callee : decorator;
  if (called.kind === "Name") return /^[A-Z]/.test(called.id) && routeDecorators.test(called.id);
  if (called.kind !== "Attribute" || !routeDecorators.test(called.name)) return false;
  if (!/^(get|post|put|patch|delete|view)$/.test(called.name)) return true;
  // `@app.post("/ask")`; others have methods called `get` too.
  const path = decorator.kind === "Call" ? decorator.args[0]?.value : undefined;
  return path?.kind === "Literal" || path?.kind === "Template";
}

/** `socket.on("message", (text) => ...)`: the first parameter is what was sent. */
function isOfMessages(module: FormModule, form: FunctionForm): boolean {
  const { definitions, parents } = surroundingsOf(module);
  const at = definitions.get(form)?.at;
  const call = at?.kind === "FunctionExpression" ? parents.get(at) : undefined;
  if (call?.kind !== "Call" || call.callee.kind !== "Attribute" || !/^(on|once)$/.test(call.callee.name)) return false;
  const [event] = call.args;
  const { object } = call.callee;
  return (
    event?.value.kind === "Literal" &&
    messageNames.test(String(event.value.value)) &&
    messageObjects.test(module.text.slice(object.start, object.end))
  );
}

/** `"use server"` at the head of a file or a function. */
function isServerAction({ text }: FormModule, form: FunctionForm): boolean {
  if (!form.isAsync || form.name === undefined) return false;
  const [first] = form.body;
  if (first?.kind === "ExpressionStatement" && first.expression.kind === "Literal")
    if (first.expression.value === "use server") return true;
  const before = text.slice(Math.max(0, form.nameSpan.start - 40), form.nameSpan.start);
  return /^\s*["']use server["']/.test(text) && /export\s+(default\s+)?async\s+function\s*$/.test(before);
}
