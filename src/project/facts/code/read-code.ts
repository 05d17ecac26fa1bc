import type { Argument, Expression } from "../../../syntax/expressions.js";
import type { FormModule, FunctionForm, Parameter, Statement } from "../../../syntax/form.js";
import { positionsOf } from "../../../syntax/positions.js";
import type { Span } from "../../../syntax/span.js";
import type { AssignFact, CallFact, CalleeFact, ClassFact, CodeFile, CodePlace } from "../code-facts.js";
import type { FunctionFact, GuardFact, ImportFact, ParamFact } from "../code-facts.js";
import { definitionsOf } from "./definitions.js";
import { eachCall } from "./each-call.js";
import {
  asserted,
  collectedIn,
  decidedLater,
  type Deferred,
  effectOf,
  returnedTest,
  swallows,
  testOf,
} from "./guards.js";
import { requiredModules } from "./required-modules.js";
import { resolve } from "./resolve-name.js";
import { roleOf } from "./role.js";
import { inner, type Scope, scopeOf } from "./scope.js";
import { calleeOf, type Reader, textOf, valueOf } from "./values.js";
import { constantOf, leaves, saysMain } from "./what-runs.js";

/** Where a statement stands. */
interface Around {
  readonly scope: Scope;
  readonly within: string;
  readonly inLoop: boolean;
  readonly isSwallowed: boolean;
  readonly isOptional: boolean;
}

/** Reads what a file does. Other files are not looked at: `linkCode` says where its imports lead. */
export function readCode(path: string, form: FormModule): CodeFile {
  const definitions = definitionsOf(form);
  const role = roleOf(path, form);
  const reader: Reader = { path, text: form.text, definitions, isProduct: role === "source" || role === "notebook" };
  const positions = positionsOf(form);
  const imports: ImportFact[] = [];
  const functions: FunctionFact[] = [];
  const classes: ClassFact[] = [];
  const calls: CallFact[] = [];
  const assigns: AssignFact[] = [];
  const guards: GuardFact[] = [];
  const deferred: Deferred[] = [];
  const returned = new Set<string>();
  let runsAlone = form.notebook !== undefined;
  // Cells run in any order, and functions of JavaScript are there before the line that defines them.
  const goesInOrder = form.notebook === undefined && form.language === "python";

  const place = (span: Span): CodePlace => {
    const { start, cell } = positions.range({ start: span.start, end: span.start });
    return { line: start.line, ...(cell === undefined ? {} : { cell }) };
  };
  const endLine = ({ end }: Span): number => positions.range({ start: end, end }).start.line;

  const decorated = (decorators: readonly Expression[], scope: Scope): readonly CalleeFact[] =>
    decorators.map((one) => {
      const args: readonly Argument[] = one.kind === "Call" ? one.args : [];
      return calleeOf(reader, one.kind === "Call" ? one.callee : one, args, scope);
    });

  const paramFact = (scope: Scope, { name, annotation, defaultValue }: Omit<Parameter, keyof Span>): ParamFact => ({
    name,
    annotation: annotation && textOf(reader, annotation),
    default: defaultValue && valueOf(reader, defaultValue, scope),
  });

  const addCalls = (expression: Expression, around: Around, use: Use): void => {
    const { scope, within, inLoop, isSwallowed } = around;
    const enter = (form: FunctionForm): void => {
      const inside = scopeOf(form.body, within, scope, { form, method: undefined });
      functions.push(functionFact(form, inner(within, "<lambda>"), around));
      walk(form.body, { ...around, scope: inside }, within);
    };
    const visitCall = (call: Expression & { readonly kind: "Call" }, result: Use, isRepeated: boolean): void => {
      calls.push({
        ...calleeOf(reader, call.callee, call.args, scope),
        ...place(call),
        ...{ within, inLoop: inLoop || isRepeated, isSwallowed, result: result.kind },
        resultName: result.name && textOf(reader, result.name),
      });
      const test = asserted(reader, call, scope);
      if (test !== undefined) guards.push({ ...place(call), within, effect: "assert", ...test });
    };
    eachCall(expression, use, visitCall, enter);
  };

  const functionFact = (form: FunctionForm, name: string, around: Around): FunctionFact => ({
    ...place(form),
    name,
    endLine: endLine(form),
    params: form.params.map((param) => paramFact(around.scope, param)),
    decorators: decorated(form.decorators, around.scope),
    hasReturn:
      definitions.returns.has(name) ||
      /\breturn\s+\S/.test(form.isLambda ? "return x" : reader.text.slice(form.start, form.end)),
    returns: form.returns && textOf(reader, form.returns),
  });

  const addFunction = (form: FunctionForm, outer: string, around: Around): void => {
    const name = inner(outer, form.name ?? "<lambda>");
    functions.push(functionFact(form, name, around));
    for (const decorator of form.decorators) addCalls(decorator, around, { kind: "used" });
    const scope = definitions.scopeOf(form.body);
    walk(form.body, { scope, within: name, inLoop: false, isSwallowed: false, isOptional: false }, name);
  };

  const addClass = (
    statement: Statement & { readonly kind: "ClassStatement" },
    outer: string,
    around: Around,
  ): void => {
    const name = inner(outer, statement.name ?? "<class>");
    const scope = definitions.scopeOf(statement.body);
    const methods = statement.body.flatMap((part) =>
      part.kind === "FunctionStatement" && part.function.name !== undefined ? [part.function.name] : [],
    );
    const fields = statement.body.flatMap((part): ParamFact[] => {
      const target = part.kind === "Assign" ? part.targets[0] : undefined;
      if (part.kind !== "Assign" || target?.kind !== "Name") return [];
      const annotation = part.annotation && textOf(reader, part.annotation);
      return [{ name: target.id, annotation, default: part.value && valueOf(reader, part.value, scope) }];
    });
    const bases = statement.bases.map((base) => {
      const thing = resolve(base, around.scope, definitions);
      if (thing?.kind === "own") return `${path}#${thing.name}`;
      return thing?.kind === "symbol" ? thing.path : textOf(reader, base);
    });
    const decorators = decorated(statement.decorators, around.scope);
    classes.push({ ...place(statement), name, endLine: endLine(statement), bases, decorators, fields, methods });
    for (const part of statement.body) {
      if (part.kind === "FunctionStatement") addFunction(part.function, name, around);
      else walk([part], { ...around, scope }, name);
    }
  };

  const walk = (body: readonly Statement[], around: Around, outer: string): void => {
    for (const statement of body) {
      visit(statement, around, outer);
      if (goesInOrder && leaves(statement)) return;
    }
  };

  const visit = (statement: Statement, around: Around, outer: string): void => {
    const { scope, within } = around;
    switch (statement.kind) {
      case "Import": {
        const module = `${".".repeat(statement.level)}${statement.module}`;
        const names = statement.names.flatMap(({ imported }) => imported ?? []);
        imports.push({ ...place(statement), module, names, target: undefined, isOptional: around.isOptional });
        return;
      }
      case "FunctionStatement":
        return addFunction(statement.function, outer, around);
      case "ClassStatement":
        return addClass(statement, outer, around);
      case "ExpressionStatement":
        if (outer === "" && statement.expression.kind === "Call") runsAlone = true;
        return addCalls(statement.expression, around, { kind: "discarded" });
      case "Assign": {
        const [name] = statement.targets;
        if (statement.value === undefined) return;
        if (statement.value.kind === "FunctionExpression" && name?.kind === "Name")
          return addFunction({ ...statement.value.function, name: name.id }, outer, around);
        addCalls(statement.value, around, { kind: "named", name });
        const value = valueOf(reader, statement.value, scope);
        for (const target of statement.targets) {
          assigns.push({ ...place(statement), target: textOf(reader, target), within, value });
        }
        return;
      }
      case "Return": {
        if (statement.value?.kind === "Name") returned.add(`${within} ${statement.value.id}`);
        const test = returnedTest(statement.value);
        if (test !== undefined)
          guards.push({ ...place(statement), within, effect: "return-false", ...testOf(reader, test, scope) });
        if (statement.value !== undefined) addCalls(statement.value, around, { kind: "returned" });
        return;
      }
      case "Raise":
        if (statement.value !== undefined) addCalls(statement.value, around, { kind: "used" });
        return;
      case "Assert":
        guards.push({ ...place(statement), within, effect: "assert", ...testOf(reader, statement.test, scope) });
        return addCalls(statement.test, around, { kind: "asserted" });
      case "Branch": {
        const always = constantOf(statement.test);
        if (always !== undefined) return walk(always ? statement.body : statement.otherwise, around, outer);
        const isMain = outer === "" && saysMain(textOf(reader, statement.test));
        if (isMain) runsAlone = true;
        const effect = effectOf(statement.body) ?? effectOf(statement.otherwise);
        const test = (): GuardFact => {
          return { ...place(statement), within, effect: "raise", ...testOf(reader, statement.test, scope) };
        };
        const collected = effect === undefined || effect === "collect" ? collectedIn(statement.body) : undefined;
        if (collected !== undefined) deferred.push({ collected, guard: { ...test(), effect: "collect" } });
        else if (effect !== undefined) guards.push({ ...test(), effect });
        const isHard = effect === "raise" || effect === "exit";
        addCalls(statement.test, around, { kind: isHard ? "guard" : "used" });
        walk(statement.body, isMain ? { ...around, within: "__main__" } : around, outer);
        return walk(statement.otherwise, around, outer);
      }
      case "Match":
        addCalls(statement.subject, around, { kind: "used" });
        for (const arm of statement.arms) walk(arm.body, around, outer);
        return;
      case "Loop":
        for (const part of [statement.iterable, statement.test]) {
          if (part !== undefined) addCalls(part, around, { kind: "used" });
        }
        if (outer === "") runsAlone = true;
        walk(statement.body, { ...around, inLoop: true }, outer);
        return walk(statement.otherwise, around, outer);
      case "With":
        for (const { context, target } of statement.items) addCalls(context, around, { kind: "used", name: target });
        return walk(statement.body, around, outer);
      case "Try": {
        const isSwallowed = around.isSwallowed || statement.handlers.some(swallows);
        const isOptional = statement.handlers.some(
          ({ type }) => type !== undefined && /Import|ModuleNotFound/.test(textOf(reader, type)),
        );
        walk(statement.body, { ...around, isSwallowed, isOptional }, outer);
        for (const handler of statement.handlers) walk(handler.body, around, outer);
        walk(statement.otherwise, around, outer);
        return walk(statement.final, around, outer);
      }
    }
  };

  const top = { scope: definitions.top, within: "", inLoop: false, isSwallowed: false, isOptional: false };
  walk(form.body, top, "");
  if (form.language === "typescript") imports.push(...requiredModules(form, imports));
  guards.push(...decidedLater(deferred, guards, returned));
  const { language } = form;
  return { path, language, role, imports, functions, classes, calls, assigns, guards, runsAlone };
}

/** What becomes of an expression's value, and the name that gets it. */
export interface Use {
  readonly kind: CallFact["result"];
  readonly name?: Expression | undefined;
}
