import {
  pythonDecorators,
  pythonHandlerClass,
  pythonHandlerMethod,
  serverLibraries,
} from "../../knowledge/web-handlers.js";
import type { Expression } from "../../syntax/expressions.js";
import type { FormModule } from "../../syntax/form.js";
import { memo } from "../code/memo.js";
import { eachExpression, eachStatement } from "../code/visit.js";
import type { Closure, UserClass } from "../values.js";

/** Does a function of Python answer requests: by its decorator, its class, what it is given, or who is handed it? */
export function isPythonHandler({
  form,
  unit,
  owner,
}: Pick<Closure, "form" | "unit"> & { readonly owner: Pick<UserClass, "form"> | undefined }): boolean {
  const { text } = unit.form;
  if (form.decorators.some((decorator) => isRoute(decorator))) return true;
  const name = form.name ?? "";
  if (owner !== undefined) {
    const isView = owner.form.bases.some((base) => pythonHandlerClass.test(text.slice(base.start, base.end)));
    if (isView) return pythonHandlerMethod.test(name);
  }
  const [first, second] = form.params.filter((param) => param.name !== "self");
  if (/^(lambda_)?handler$/.test(name) && second?.name === "context") return true;
  if (handedOver(unit.form).has(name)) return true;
  if (first === undefined || !isServer(unit.form)) return false;
  const annotation = first.annotation === undefined ? "" : text.slice(first.annotation.start, first.annotation.end);
  return first.name === "request" || /(^|\.)(Http)?(Request|WebSocket)$/.test(annotation);
}

function isRoute(decorator: Expression): boolean {
  const called = decorator.kind === "Call" ? decorator.callee : decorator;
  if (called.kind === "Name") return /^(api_view|csrf_exempt|require_POST|require_http_methods)$/.test(called.id);
  if (called.kind !== "Attribute" || !pythonDecorators.test(called.name)) return false;
  if (!/^(get|post|put|patch|delete|api|http|function_name)$/.test(called.name)) return true;
  // `@app.post("/predict")`; others have methods called `get` too.
  const path = decorator.kind === "Call" ? decorator.args[0]?.value : undefined;
  return called.name === "http" || called.name === "api" || path?.kind === "Literal" || path?.kind === "Template";
}

const isServer = memo((form: FormModule): boolean => {
  let found = false;
  eachStatement(form.body, (statement) => {
    found ||= statement.kind === "Import" && serverLibraries.test(statement.module);
  });
  return found;
});

/** Functions that a framework is handed: `Depends(get_model)`, `gr.Interface(fn=predict)`, `app.router.add_post("/x", predict)`. */
const handedOver = memo((form: FormModule): ReadonlySet<string> => {
  const found = new Set<string>();
  eachExpression(form.body, (expression) => {
    if (expression.kind !== "Call") return;
    const { callee, args } = expression;
    const name = callee.kind === "Attribute" ? callee.name : callee.kind === "Name" ? callee.id : "";
    if (
      !/^(Depends|Interface|ChatInterface|click|submit|add_(get|post|put|route|api_route|url_rule)|post|Route)$/.test(
        name,
      )
    )
      return;
    for (const { value } of args) if (value.kind === "Name") found.add(value.id);
  });
  return found;
});
