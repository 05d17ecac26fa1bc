import type { CalleeFact, CodeFile, FactValue } from "../../project/facts/code-facts.js";
import { onceFor } from "../../project/facts/once-for.js";
import type { ChecklistProject } from "../project.js";
import { callsInHandler, type PredictRoute } from "./predict-routes.js";
import { valuesWithin } from "./values.js";

type GuardSearch = Pick<ChecklistProject, "code">;

/** What asks the caller of a route who they are: a dependency, a decorator, a middleware; undefined when nothing does. */
export function guardOf(project: GuardSearch, route: PredictRoute): string | undefined {
  const { handler, declared } = route;
  const near = [
    ...(handler?.params.flatMap(({ default: value, annotation = "" }) => [
      ...(value === undefined ? [] : [value]),
      ...(/\b(?:Depends|Security)\(/.test(annotation) ? [{ kind: "unknown" as const, text: annotation }] : []),
    ]) ?? []),
    ...(declared === undefined ? [] : [...declared.positional.slice(1), ...Object.values(declared.named)]),
  ];
  const byValue = near.find((value) => asks(project, value));
  if (byValue !== undefined) return nameOf(byValue);
  const decorator = handler?.decorators.find((one) => one !== declared && isGuard(project, one));
  if (decorator !== undefined) return decorator.text;
  const inside = callsInHandler(route).find((call) =>
    call.target === undefined ? false : rejects(project, call.target),
  );
  return inside?.text ?? aroundAll(project, route);
}

/** Middleware, and what an application or a router asks of all its routes. */
function aroundAll({ code }: GuardSearch, { file }: PredictRoute): string | undefined {
  const mixin = file.assigns.find(({ target }) =>
    /^(?:permission_classes|authentication_classes|DEFAULT_PERMISSION_CLASSES)$/.test(target),
  );
  return guardOfAll(code) ?? mixin?.target;
}

/** Every route of a project asks for it. */
const guardOfAll = onceFor((code: readonly CodeFile[]): string | undefined => {
  const project = { code };
  for (const { calls, functions, role } of code) {
    if (role !== "source") continue;
    for (const { name, positional, named, text, target, path } of calls) {
      const values = [...positional, ...Object.values(named)];
      if (/^(?:FastAPI|APIRouter|include_router|Blueprint)$/.test(name) && named.dependencies !== undefined) {
        if (asks(project, named.dependencies)) return text;
      }
      if (/^(?:add_middleware|use|before_request|addHook|register|wrap_app)$/.test(name)) {
        const guard = values.find((value) => asks(project, value));
        if (guard !== undefined) return nameOf(guard);
      }
      if (/Auth(?:entication)?Middleware$/.test(path ?? target ?? "")) return text;
    }
    for (const { name, decorators } of functions) {
      const isHook = decorators.some((one) => /^(?:before_request|middleware)$/.test(one.name));
      if (isHook && calls.some((call) => call.within === name && isRejection(call))) return name;
    }
  }
  return undefined;
});

/** Does a value ask who is there: `Depends(current_user)`, `requireAuth`, `passport.authenticate("jwt")`? */
function asks(project: GuardSearch, value: FactValue): boolean {
  return [...valuesWithin(value)].some((part) => {
    if (part.kind === "unknown") return dependsOn(part.text).some((name) => isNamedGuard(project, name));
    if (part.kind === "symbol") {
      if (part.target !== undefined) return rejects(project, part.target);
      return authNames.test(part.text) && !/^builtins\.(?:str|int|dict)/.test(part.path ?? "");
    }
    if (part.kind !== "call") return false;
    if (/^fastapi\.(?:Security|security\.)/.test(part.path ?? "")) return true;
    return (
      part.name !== "Depends" &&
      (authNames.test(part.text) || (part.path?.includes("#") === true && rejects(project, part.path)))
    );
  });
}

/** `Depends(caller)` in an annotation, of which only the text is known. */
function dependsOn(text: string): readonly string[] {
  return [...text.matchAll(/\b(?:Depends|Security)\(\s*([\w.]+)/g)].flatMap(([, name]) => name ?? []);
}

/** What a function of the project does decides; of others there is only the name. */
function isNamedGuard(project: GuardSearch, name: string): boolean {
  const last = name.slice(name.lastIndexOf(".") + 1);
  const own = project.code.filter(
    ({ role, functions }) => role === "source" && functions.some((one) => one.name === last),
  );
  return own.length > 0 ? own.some(({ path }) => rejects(project, `${path}#${last}`)) : authNames.test(name);
}

function isGuard(project: GuardSearch, { path, target, text }: CalleeFact): boolean {
  if (target !== undefined) return rejects(project, target);
  return authNames.test(path ?? text);
}

const authNames =
  /(?:^|[._])(?:login_required|jwt_required|auth_required|token_required|require_?auth\w*|authenticate\w*|is_?authenticated|requires_auth|permission_required|verify_?(?:token|jwt|api_?key)|api_?key_?(?:auth|header|middleware)|passport|expressjwt|express-jwt|basic_?auth|bearer_?auth|jwt_?auth|httpbearer|oauth2\w*)\b|IsAuthenticated|HTTPBearer|HTTPBasic|APIKeyHeader|JWT/i;

/** Does a function of the project, or what it calls, turn callers away? */
function rejects({ code }: GuardSearch, target: string, depth = 0): boolean {
  const [path, name = ""] = target.split("#");
  const file = code.find((one) => one.path === path);
  if (file === undefined || depth > 3) return false;
  const own = file.calls.filter(({ within }) => within === name || within.startsWith(`${name}.`));
  if (own.some(isRejection)) return true;
  const asksLibrary = file.functions.some(
    (one) =>
      one.name === name &&
      one.params.some(
        ({ default: value, annotation = "" }) =>
          /HTTPBearer|APIKey|OAuth2|HTTPAuthorization/.test(annotation) ||
          (value !== undefined && /security|oauth|bearer|api_?key/i.test(textOf(value))),
      ),
  );
  if (asksLibrary && own.some(({ name: called }) => called === "HTTPException")) return true;
  return own.some(
    (call) => call.target !== undefined && call.target !== target && rejects({ code }, call.target, depth + 1),
  );
}

/** `HTTPException(status_code=401)`, `abort(403)`, `res.status(401)`, `res.sendStatus(401)`. */
function isRejection({ name, positional, named }: Pick<CalleeFact, "name" | "positional" | "named">): boolean {
  if (
    !/^(?:HTTPException|abort|status|sendStatus|JSONResponse|Response|PlainTextResponse|make_response|code|json|jsonify|Unauthorized|Forbidden|AuthenticationFailed|PermissionDenied)$/.test(
      name,
    )
  )
    return false;
  if (/^(?:Unauthorized|Forbidden|AuthenticationFailed|PermissionDenied)$/.test(name)) return true;
  return [...positional, ...Object.values(named)].some((value) =>
    [...valuesWithin(value)].some((part) =>
      /(?:^|_)40[13](?:_|$)|\b40[13]\b|UNAUTHORIZED|FORBIDDEN/.test(textOf(part)),
    ),
  );
}

function textOf(value: FactValue): string {
  if (value.kind === "literal") return String(value.value);
  return value.kind === "list" || value.kind === "dict" ? "" : value.text;
}

function nameOf(value: FactValue): string {
  const inner = value.kind === "call" && value.name === "Depends" ? value.positional[0] : undefined;
  return textOf(inner ?? value).replace(/\s+/g, " ");
}
