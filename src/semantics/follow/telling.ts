import type { FormModule, FunctionForm, Statement } from "../../syntax/form.js";
import type { Expression } from "../../syntax/expressions.js";
import { isTellingWord } from "../../knowledge/telling-words.js";
import { eachExpression, eachStatement, pushParts } from "../code/visit.js";

/**
 * Can following a function tell anybody anything? Only when it, or a function of the same file that it calls,
 * has one of the words that training, evaluation and data have.
 */
export function isTelling(module: FormModule, form: FunctionForm): boolean {
  let telling = tellingOfModules.get(module);
  if (telling === undefined) {
    telling = tellingFunctions(module);
    tellingOfModules.set(module, telling);
  }
  return telling.has(form);
}

const tellingOfModules = new WeakMap<FormModule, ReadonlySet<FunctionForm>>();

interface Named {
  readonly form: FunctionForm;
  /** The class that it is a method of. */
  readonly owner: string | undefined;
  readonly mentions: ReadonlySet<string>;
}

function tellingFunctions({ body }: FormModule): ReadonlySet<FunctionForm> {
  const functions: Named[] = [];
  collect(body, functions);
  const telling = new Set<FunctionForm>();
  // Only what the file itself defines can lead from one function to another.
  const callers = new Map<string, Named[]>();
  for (const { form, owner } of functions) {
    if (form.name !== undefined) callers.set(form.name, []);
    if (owner !== undefined) callers.set(owner, []);
  }
  const pending: Named[] = [];
  for (const named of functions) {
    let isOne = false;
    for (const name of named.mentions) {
      callers.get(name)?.push(named);
      isOne ||= isTellingWord(name);
    }
    if (isOne) pending.push(named);
  }
  for (let named = pending.pop(); named !== undefined; named = pending.pop()) {
    if (telling.has(named.form)) continue;
    telling.add(named.form);
    if (named.form.name !== undefined) pending.push(...(callers.get(named.form.name) ?? []));
    // Who makes an object may call any of its methods.
    if (named.owner !== undefined) pending.push(...(callers.get(named.owner) ?? []));
  }
  return telling;
}

function collect(body: readonly Statement[], out: Named[]): void {
  const owners = new Map<FunctionForm, string | undefined>();
  eachStatement(body, (statement) => {
    if (statement.kind === "ClassStatement") {
      for (const member of statement.body)
        if (member.kind === "FunctionStatement") owners.set(member.function, statement.name);
    }
    if (statement.kind === "FunctionStatement") {
      const form = statement.function;
      out.push({ form, owner: owners.get(form), mentions: mentionsOf(form) });
    }
  });
  eachExpression(body, (expression) => {
    if (expression.kind === "FunctionExpression")
      out.push({ form: expression.function, owner: undefined, mentions: mentionsOf(expression.function) });
  });
}

/** The names in a function: its own and those of its parameters, and what it reads, calls, passes by name or writes as a key. */
function mentionsOf({ name, params, decorators, body }: FunctionForm): ReadonlySet<string> {
  const names = new Set<string>(params.map((param) => param.name));
  if (name !== undefined) names.add(name);
  const note = (expression: Expression): void => {
    if (expression.kind === "Name") names.add(expression.id);
    else if (expression.kind === "Attribute") names.add(expression.name);
    else if (expression.kind === "Literal" && typeof expression.value === "string") names.add(expression.value);
    else if (expression.kind === "Call") {
      for (const arg of expression.args) if (arg.name !== undefined) names.add(arg.name);
    }
  };
  eachExpression(body, note);
  for (const decorator of decorators) eachPart(decorator, note);
  return names;
}

function eachPart(expression: Expression, visit: (part: Expression) => void): void {
  const pending = [expression];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    visit(next);
    pushParts(next, pending);
  }
}
