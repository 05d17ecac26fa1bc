import { dottedPath, importedNames } from "../../../semantics/code/called-paths.js";
import { eachExpression, eachStatement } from "../../../semantics/code/visit.js";
import type { Call, Expression } from "../../../syntax/expressions.js";
import type { ClassStatement, FormModule, FunctionForm, Statement } from "../../../syntax/form.js";
import { LineIndex } from "../../../syntax/line-index.js";
import type { Span } from "../../../syntax/span.js";
import { joinPath, parentOf } from "../../paths.js";
import { moduleFile } from "./module-file.js";

/** A Python file that defines a pipeline. */
export interface PythonFile {
  readonly path: string;
  readonly form: FormModule;
  readonly calls: readonly Call[];
  /** Its own functions, methods left out. */
  readonly functions: ReadonlyMap<string, FunctionForm>;
  readonly classes: ReadonlyMap<string, ClassStatement>;
  /** `airflow.operators.bash.BashOperator`; a name that no import explains stays as it is. */
  pathOf(expression: Expression): string | undefined;
  /** The project's function or class: `dags/daily.py#train`, `src/train.py#train`. */
  targetOf(expression: Expression): string | undefined;
  /** A string as far as the text tells: constants are filled in, what is not known stands as `$name`. */
  textOf(expression: Expression | undefined): string | undefined;
  /** What a name was set to, where it is set once in the file; other expressions are themselves. */
  valueOf(expression: Expression | undefined): Expression | undefined;
  sourceOf(span: Span): string;
  lineOf(span: Span): number;
}

export function pythonFile(path: string, form: FormModule, files: ReadonlySet<string>): PythonFile {
  const names = importedNames(form);
  const index = new LineIndex(form.text);
  const calls: Call[] = [];
  const functions = new Map<string, FunctionForm>();
  const values = new Map<string, Expression | undefined>();
  const classes = new Map<string, ClassStatement>();
  eachExpression(form.body, (expression) => {
    if (expression.kind === "Call") calls.push(expression);
  });
  const methods = new Set<Statement>();
  eachStatement(form.body, (statement) => {
    if (statement.kind === "FunctionStatement" && statement.function.name !== undefined && !methods.has(statement)) {
      functions.set(statement.function.name, statement.function);
    }
    if (statement.kind === "ClassStatement") {
      if (statement.name !== undefined) classes.set(statement.name, statement);
      for (const member of statement.body) methods.add(member);
    }
    if (statement.kind !== "Assign") return;
    for (const target of statement.targets) {
      // A name that is set twice has no one value.
      if (target.kind === "Name") values.set(target.id, values.has(target.id) ? undefined : statement.value);
    }
  });

  const pathOf = (expression: Expression) => dottedPath(expression, names);

  const valueOf = (expression: Expression | undefined, depth = 0): Expression | undefined =>
    expression?.kind === "Name" && depth < 5 && values.get(expression.id) !== undefined
      ? valueOf(values.get(expression.id), depth + 1)
      : expression;

  const targetOf = (expression: Expression): string | undefined => {
    if (expression.kind === "FunctionExpression") {
      const [only] = expression.function.body;
      return only?.kind === "Return" && only.value?.kind === "Call" ? targetOf(only.value.callee) : undefined;
    }
    // `partial(train, lr=0.1)`, and a class or a decorated function that is called for its method.
    if (expression.kind === "Call") {
      const first = expression.args[0];
      return pathOf(expression.callee)?.endsWith("partial") === true && first !== undefined
        ? targetOf(first.value)
        : targetOf(expression.callee);
    }
    if (expression.kind === "Name" && (functions.has(expression.id) || classes.has(expression.id))) {
      return `${path}#${expression.id}`;
    }
    const dotted = pathOf(expression);
    const [, dots = "", module = "", name = ""] = /^(\.*)(?:(.*)\.)?([^.]+)$/.exec(dotted ?? "") ?? [];
    if (module === "" && dots === "") return undefined;
    const file = importedFile(dots.length, module, path, files);
    return file === undefined ? undefined : `${file}#${name}`;
  };

  const textOf = (expression: Expression | undefined, depth = 0): string | undefined => {
    const value = valueOf(expression);
    if (value === undefined || depth > 8) return undefined;
    if (value.kind === "Literal") return typeof value.value === "string" ? value.value : undefined;
    if (value.kind === "Template") {
      const filled = value.parts.map((part) => textOf(part, depth + 1) ?? placeholder(part));
      return value.texts.map((text, at) => text + (filled[at] ?? "")).join("");
    }
    if (value.kind === "Operation" && (value.operator === "+" || value.operator === "/")) {
      const parts = value.operands.map((part) => textOf(part, depth + 1) ?? placeholder(part));
      return parts.join(value.operator === "/" ? "/" : "");
    }
    if (value.kind === "Call" && /(?:^|\.)(?:dedent|strip|Path|str)$/.test(pathOf(value.callee) ?? "")) {
      return textOf(value.args[0]?.value, depth + 1);
    }
    return undefined;
  };

  return {
    ...{ path, form, calls, functions, classes, pathOf, targetOf },
    textOf: (expression) => textOf(expression),
    valueOf: (expression) => valueOf(expression),
    sourceOf: ({ start, end }) => form.text.slice(start, end),
    lineOf: ({ start }) => index.position(start).line,
  };
}

function placeholder(part: Expression): string {
  return part.kind === "Name" ? `$${part.id}` : "$value";
}

function importedFile(level: number, module: string, path: string, files: ReadonlySet<string>): string | undefined {
  const folder = parentOf(path) ?? "";
  if (level === 0) return moduleFile(module, folder, files)[0];
  const base = joinPath(folder, `${"../".repeat(level - 1)}${module.replaceAll(".", "/")}`);
  return [`${base}.py`, joinPath(base, "__init__.py")].find((file) => files.has(file));
}
