import {
  bareRouteMethods,
  clients,
  eventsOnce,
  routeMethods,
  scriptDecorators,
  serverLibraries,
} from "../../knowledge/web-handlers.js";
import type { Call, Expression } from "../../syntax/expressions.js";
import type { FormModule, FunctionForm } from "../../syntax/form.js";
import { surroundingsOf } from "../code/surroundings.js";
import { nameOfFunction } from "../tfjs/repeats.js";

/** Does a function of TypeScript answer requests: by who is handed it, by its name and place, or by what it is given? */
export function isScriptHandler(module: FormModule, path: string, form: FunctionForm): boolean {
  if (form.decorators.some((decorator) => isNestRoute(decorator)) || isOfRequest(module, form)) return true;
  const name = nameOfFunction(module, form);
  if (name !== undefined && form.params.length > 0 && isHandlerName(name, path)) return true;
  const { definitions, parents, names, statements } = surroundingsOf(module);
  const at = definitions.get(form)?.at;
  if (at?.kind === "FunctionExpression") {
    if (isRegistered(module, at)) return true;
    const target = statements.get(at)?.kind === "Assign" && parents.get(at) === undefined ? targetOf(module, at) : "";
    if (/^(on)?(message|request)$|^handler$|(^|\.)handler$/.test(target)) return form.params.length > 0;
  }
  return name !== undefined && (names.get(name) ?? []).some((reference) => isRegistered(module, reference));
}

function isNestRoute(decorator: Expression): boolean {
  const called = decorator.kind === "Call" ? decorator.callee : decorator;
  return called.kind === "Name" && scriptDecorators.test(called.id);
}

/** `(req, res) => ...`, also where another file registers it; `(ctx) => ...` and `(c) => ...` beside the framework. */
function isOfRequest(module: FormModule, form: FunctionForm): boolean {
  const [first, second] = form.params.map(({ name }) => name);
  if (/^_?(req|request)$/.test(first ?? "") && /^_?(res|response|reply|rep|h)$/.test(second ?? "")) return true;
  return (
    /^(ctx|c|request|req|event)$/.test(first ?? "") &&
    form.isAsync &&
    serverLibraries.test(importsOf(module)) &&
    surroundingsOf(module).definitions.get(form)?.around === undefined &&
    !/^(c|event)$/.test(first ?? "")
  );
}

function importsOf(module: FormModule): string {
  return module.body.flatMap((statement) => (statement.kind === "Import" ? [statement.module] : [])).join(" ");
}

function isHandlerName(name: string, path: string): boolean {
  if (/^(handler|lambdaHandler|getServerSideProps)$/.test(name)) return true;
  if (/^(GET|POST|PUT|PATCH|DELETE)$/.test(name)) return true;
  return name === "default" && /(^|\/)(pages|src\/pages)\/api\//.test(path);
}

function targetOf(module: FormModule, at: Expression): string {
  const statement = surroundingsOf(module).statements.get(at);
  const target = statement?.kind === "Assign" ? statement.targets[0] : undefined;
  return target === undefined ? "" : module.text.slice(target.start, target.end).replace(/^.*\./, "");
}

/** Is a function, or the name of one, handed to what calls it for each request? */
function isRegistered(module: FormModule, at: Expression): boolean {
  const { parents, statements } = surroundingsOf(module);
  let given = at;
  for (let parent = parents.get(at); parent !== undefined; given = parent, parent = parents.get(given)) {
    if (parent.kind === "Mapping") {
      const key = parent.entries.find(({ value }) => value === given)?.key;
      const name = key?.kind === "Name" ? key.id : key?.kind === "Literal" ? String(key.value) : "";
      if (!/^(handler|handle|fetch|POST|GET|PUT|resolve|message)$/.test(name)) return false;
      const above = parents.get(parent);
      if (above === undefined) return isExported(module, parent) && name === "fetch";
      if (above.kind === "Call" && /(^|\.)(route|serve|tool)$/.test(calledText(module, above))) return true;
    }
    if (parent.kind === "Call") {
      if (parent.callee === given) return false;
      if (isRouteCall(parent)) return true;
    }
  }
  const statement = statements.get(given);
  return (
    statement?.kind === "Assign" && statement.value === given && /^on(message|request)$/.test(targetOf(module, given))
  );
}

function isExported(module: FormModule, value: Expression): boolean {
  return targetOf(module, value) === "default";
}

function calledText(module: FormModule, { callee }: Call): string {
  return module.text.slice(callee.start, callee.end);
}

/** `app.post("/predict", ...)`, `socket.on("frame", ...)`, `app.use(...)`, `createServer(...)`. */
function isRouteCall(call: Call): boolean {
  const { callee, args, isNew } = call;
  const name = callee.kind === "Attribute" ? callee.name : callee.kind === "Name" ? callee.id : "";
  const [first] = args;
  const path = first?.value.kind === "Literal" || first?.value.kind === "Template" ? first.value : undefined;
  // A worker of a queue: `new Worker("texts", async (job) => ...)`.
  if (isNew) return name === "Worker" && path !== undefined && args.length > 1;
  const object = callee.kind === "Attribute" ? callee.object : undefined;
  if (object === undefined) return /^(createServer|serve|onRequest|onCall|eventHandler|defineEventHandler)$/.test(name);
  const owner = object.kind === "Name" ? object.id : object.kind === "Attribute" ? object.name : "";
  if (clients.test(owner)) return owner.startsWith("http") && name === "createServer";
  if (path === undefined)
    return bareRouteMethods.test(name) && (!/^(get|post|put|patch|delete|all)$/.test(name) || isRouter(object));
  if (name === "addEventListener") return path.kind === "Literal" && /^(fetch|message)$/.test(String(path.value));
  if (name === "on" && path.kind === "Literal" && eventsOnce.test(String(path.value))) return false;
  return routeMethods.test(name) && args.length > 1;
}

/** `router.route("/predict").post(...)`. */
function isRouter(object: Expression): boolean {
  return object.kind === "Call" && object.callee.kind === "Attribute" && /^(route|router)$/.test(object.callee.name);
}
