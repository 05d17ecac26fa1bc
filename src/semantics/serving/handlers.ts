import {
  answersMessages,
  messageMethods,
  requestNames,
  requestTypes,
  routeDecorators,
  routeMethods,
  routingObjects,
  viewBases,
  viewMethods,
} from "../../knowledge/web-frameworks.js";
import type { Call, Expression } from "../../syntax/expressions.js";
import type { FormModule, FunctionForm } from "../../syntax/form.js";
import { frames } from "../code/frames.js";
import { memo } from "../code/memo.js";
import { surroundingsOf } from "../code/surroundings.js";
import { eachExpression, eachStatement } from "../code/visit.js";
import type { Frame } from "../follow/run.js";

/** How a function is known to answer what comes from outside, which tells what its parameters are. */
export type HandlerKind = "decorated" | "routed" | "request" | "message" | "action";

/** The handler that an event happens in, if any: of the functions around it the innermost. */
export function handlerAround(frame: Frame): { readonly form: FunctionForm; readonly kind: HandlerKind } | undefined {
  for (const { closure } of frames(frame)) {
    if (closure === undefined) continue;
    const kind = handlersOf(closure.unit.form).get(closure.form);
    if (kind !== undefined) return { form: closure.form, kind };
  }
  return undefined;
}

/** The functions of a file that answer requests or messages, by how they are declared and to whom they are handed. */
export const handlersOf = memo((module: FormModule): ReadonlyMap<FunctionForm, HandlerKind> => {
  const found = new Map<FunctionForm, HandlerKind>();
  const note = (form: FunctionForm, kind: HandlerKind | undefined): void => {
    if (kind !== undefined && !found.has(form)) found.set(form, kind);
  };
  const handed = new Map<string, HandlerKind>();
  eachExpression(module.body, (expression) => {
    if (expression.kind !== "Call") return;
    const kind = takenBy(module, expression);
    if (kind === undefined) return;
    for (const { value } of expression.args) {
      if (value.kind === "FunctionExpression") note(value.function, kind);
      else if (value.kind === "Name") handed.set(value.id, kind);
      else if (value.kind === "Mapping")
        for (const entry of value.entries)
          if (entry.value.kind === "FunctionExpression") note(entry.value.function, kind);
    }
  });
  eachStatement(module.body, (statement) => {
    if (statement.kind === "ClassStatement") {
      const isView = statement.bases.some((base) => viewBases.test(module.text.slice(base.start, base.end)));
      for (const member of statement.body)
        if (isView && member.kind === "FunctionStatement" && viewMethods.test(member.function.name ?? ""))
          note(member.function, "request");
    }
  });
  for (const [form, { at }] of surroundingsOf(module).definitions) {
    const name = form.name ?? nameGiven(module, at.kind === "FunctionExpression" ? at : undefined);
    if (name !== undefined) note(form, handed.get(name));
    note(form, declaredAs(module, form, name));
  }
  return found;
});

/** `app.post("/ask", ...)`, `socket.on("message", ...)`, `procedure.mutation(...)`: does the call take functions that answer? */
function takenBy({ text }: FormModule, { callee, args }: Call): HandlerKind | undefined {
  if (callee.kind === "Name")
    return /^(withAuth|asyncHandler|serve|createHandler|defineEventHandler)$/.test(callee.id) ? "routed" : undefined;
  if (callee.kind !== "Attribute") return undefined;
  const object = text.slice(callee.object.start, callee.object.end);
  const first = args[0]?.value;
  if (messageMethods.test(callee.name)) {
    const isMessage =
      first?.kind === "Literal" && /message|chat|prompt|question|ask|query|input/i.test(String(first.value));
    return isMessage && answersMessages.test(object) ? "message" : undefined;
  }
  if (!routeMethods.test(callee.name)) return undefined;
  const hasPath = first?.kind === "Literal" && typeof first.value === "string" && /^[/*]/.test(first.value);
  return hasPath || (routingObjects.test(object) && !/^(get|query|delete)$/.test(callee.name)) ? "routed" : undefined;
}

function nameGiven(module: FormModule, at: Expression | undefined): string | undefined {
  const statement = at === undefined ? undefined : surroundingsOf(module).statements.get(at);
  const target = statement?.kind === "Assign" && statement.value === at ? statement.targets[0] : undefined;
  return target?.kind === "Name" ? target.id : undefined;
}

/** By its decorators, its name or its parameters. */
function declaredAs(module: FormModule, form: FunctionForm, name: string | undefined): HandlerKind | undefined {
  const { text, language } = module;
  if (form.decorators.some((decorator) => isRoute(decorator))) return "decorated";
  if (language === "typescript" && name !== undefined && /^(GET|POST|PUT|PATCH|DELETE)$/.test(name)) return "routed";
  if (isServerAction(module, form)) return "action";
  const [first, second] = form.params.filter((param) => param.name !== "self" && param.name !== "cls");
  if (first === undefined) return undefined;
  const type = first.annotation === undefined ? "" : text.slice(first.annotation.start, first.annotation.end);
  if (
    requestTypes.test(type) &&
    /Request|Context|WebSocket|APIGateway|Lambda/.test(type) &&
    requestNames.test(first.name)
  )
    return "request";
  if (first.name === "event" && second?.name === "context") return "request";
  if (/^(req|request)$/.test(first.name) && type === "")
    return language === "python" || /^(res|response|reply|next)$/.test(second?.name ?? "res") ? "request" : undefined;
  return undefined;
}

function isRoute(decorator: Expression): boolean {
  const named = decorator.kind === "Call" ? decorator.callee : decorator;
  if (named.kind === "Attribute") return routeDecorators.test(named.name);
  return (
    named.kind === "Name" &&
    /^([A-Z]\w+|api_view|csrf_exempt|require_POST)$/.test(named.id) &&
    (routeDecorators.test(named.id) || /_/.test(named.id))
  );
}

/** `"use server"` at the head of a file or a function. */
function isServerAction({ text, language }: FormModule, form: FunctionForm): boolean {
  if (language !== "typescript" || !form.isAsync || form.name === undefined) return false;
  const [first] = form.body;
  if (
    first?.kind === "ExpressionStatement" &&
    first.expression.kind === "Literal" &&
    first.expression.value === "use server"
  )
    return true;
  return (
    /^\s*["']use server["']/.test(text) &&
    /export\s+(default\s+)?async\s+function\s*$/.test(text.slice(0, form.nameSpan.start).slice(-40))
  );
}
