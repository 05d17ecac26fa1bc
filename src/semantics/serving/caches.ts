import { keepsResult } from "../../knowledge/model-loaders.js";
import type { Call, Expression } from "../../syntax/expressions.js";
import type { FormModule, FunctionForm, Statement } from "../../syntax/form.js";
import { surroundingsOf } from "../code/surroundings.js";
import { eachStatementInScope, pushExpressions, pushParts } from "../code/visit.js";
import { nameOfFunction } from "../tfjs/repeats.js";

/** A call in a function, on the way from a handler to what is asked about. */
export interface Step {
  readonly call: Call;
  readonly module: FormModule;
  /** The function that the call stands in; none at the top level. */
  readonly form: FunctionForm | undefined;
}

/** Is what the first of these calls gives kept for the next time, by any function on the way? */
export function isKeptForLater(steps: readonly Step[]): boolean {
  const kept = new Set<string>();
  for (const step of steps) {
    if (isDecorated(step) || isAlternative(step)) return true;
    for (const name of keptIn(step)) kept.add(name);
    if (testsOf(step).some((test) => namesIn(test).some((name) => kept.has(name)))) return true;
  }
  return false;
}

/** `@lru_cache`, `const getModel = once(async () => ...)`. */
function isDecorated({ form, module }: Step): boolean {
  if (form === undefined) return false;
  const { definitions, parents } = surroundingsOf(module);
  const text = ({ start, end }: Expression): string => module.text.slice(start, end);
  if (form.decorators.some((decorator) => keepsResult.test(text(decorator)))) return true;
  const at = definitions.get(form)?.at;
  const call = at?.kind === "FunctionExpression" ? parents.get(at) : undefined;
  return call?.kind === "Call" && keepsResult.test(text(call.callee));
}

/** `model ??= load()`, `cached ?? load()`, `model ? model : load()`, an argument of `once(...)`. */
function isAlternative({ call, module }: Step): boolean {
  const { parents, statements } = surroundingsOf(module);
  let at: Expression = call;
  for (let parent = parents.get(at); parent !== undefined; at = parent, parent = parents.get(at)) {
    if (parent.kind === "Operation" && /^(and|or|\?\?)$/.test(parent.operator)) return true;
    if (parent.kind === "Conditional" && parent.test !== at) return true;
    if (parent.kind === "AssignExpression" && parent.operator !== undefined) return true;
    if (parent.kind === "Call" && parent.callee !== at && keepsResult.test(textOf(module, parent.callee))) return true;
  }
  const statement = statements.get(at);
  return statement?.kind === "Assign" && statement.operator !== undefined;
}

function textOf(module: FormModule, { start, end }: Expression): string {
  return module.text.slice(start, end);
}

/** The names that a call's result gets in its function: of variables, attributes, and of what it is put into. */
function keptIn({ call, module, form }: Step): readonly string[] {
  const found: string[] = [];
  const body = form?.body ?? module.body;
  const own = form === undefined ? undefined : nameOfFunction(module, form);
  if (own !== undefined) found.push(own);
  eachStatementInScope(body, (statement) => {
    if (statement.kind === "Assign") {
      const isOf = statement.start <= call.start && call.end <= statement.end;
      for (const target of statement.targets)
        if (isOf || target.kind === "Attribute" || target.kind === "Subscript") found.push(...namesIn(target));
    }
    const roots: Expression[] = [];
    pushExpressions(statement, roots);
    for (let next = roots.pop(); next !== undefined; next = roots.pop()) {
      if (next.kind === "AssignExpression") found.push(...namesIn(next.target));
      if (next.kind === "Call" && next.callee.kind === "Attribute" && /^(set|put|setdefault)$/.test(next.callee.name))
        found.push(...namesIn(next.callee.object));
      pushParts(next, roots);
    }
  });
  return found;
}

/** What is asked in the function before the call happens, or around it. */
function testsOf({ call, module, form }: Step): readonly Expression[] {
  const found: Expression[] = [];
  eachStatementInScope(form?.body ?? module.body, (statement: Statement) => {
    if (statement.start > call.start) return;
    if (statement.kind === "Branch") found.push(statement.test);
    // `try: return CACHE[name] / except KeyError: ...`
    if (statement.kind === "Try" && statement.handlers.some(({ body }) => isWithin(body, call)))
      for (const inner of statement.body) pushExpressions(inner, found);
  });
  return found;
}

function isWithin(body: readonly Statement[], call: Call): boolean {
  return body.some(({ start, end }) => start <= call.start && call.end <= end);
}

/** The names and attributes in an expression; not that of the object itself. */
function namesIn(expression: Expression): readonly string[] {
  const found: string[] = [];
  const pending = [expression];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "Name" && !/^(self|this|cls|app|state|request|req)$/.test(next.id)) found.push(next.id);
    if (next.kind === "Attribute") found.push(next.name);
    if (next.kind === "Literal" && typeof next.value === "string") found.push(next.value);
    pushParts(next, pending);
  }
  return found;
}
