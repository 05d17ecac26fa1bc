import { eachExpression, eachStatement } from "../../../semantics/code/visit.js";
import type { Call, Expression } from "../../../syntax/expressions.js";
import { isInside } from "./python-access.js";
import type { PythonFile } from "./python-file.js";

/** A task of a pipeline that is Python code, by the expression or the function that makes it. */
export interface PipelineTask {
  readonly name: string;
  /** The call of an operator; undefined for a decorated function. */
  readonly call: Call | undefined;
  readonly functionName: string | undefined;
}

/** For each task by name, the tasks that it waits for: results handed on, `a >> b`, `set_downstream`, `chain`, `after`. */
export function taskOrder(tasks: readonly PipelineTask[], file: PythonFile): ReadonlyMap<string, ReadonlySet<string>> {
  const needs = new Map<string, Set<string>>(tasks.map(({ name }) => [name, new Set<string>()]));
  const byCall = new Map(tasks.flatMap(({ call, name }) => (call === undefined ? [] : [[call, name] as const])));
  const byFunction = new Map(
    tasks.flatMap(({ functionName, name }) => (functionName === undefined ? [] : [[functionName, name] as const])),
  );
  const variables = variablesOf(file);

  /** The tasks that an expression stands for. */
  const refs = (expression: Expression | undefined, depth = 0): readonly string[] => {
    if (expression === undefined || depth > 12) return [];
    switch (expression.kind) {
      case "Name": {
        const groups = variables.groups.get(expression.id);
        if (groups !== undefined) return [...byCall].flatMap(([call, name]) => (isInside(call, groups) ? [name] : []));
        const values = variables.values.get(expression.id) ?? [];
        return values.flatMap((value) => refs(value, depth + 1));
      }
      case "Call": {
        const own = byCall.get(expression);
        if (own !== undefined) return [own];
        const name = calledName(expression.callee);
        const task = name === undefined ? undefined : byFunction.get(name);
        // `PythonOperator.partial(...).expand(...)` is the task that stands before the dot.
        return task !== undefined
          ? [task]
          : refs(expression.callee.kind === "Attribute" ? expression.callee.object : undefined, depth + 1);
      }
      case "Attribute":
      case "Subscript":
        return refs(expression.object, depth + 1);
      case "Sequence":
        return expression.items.flatMap((item) => refs(item, depth + 1));
      case "Comprehension":
        return refs(expression.element, depth + 1);
      case "Operation":
        return refs(expression.operands.at(-1), depth + 1);
      default:
        return [];
    }
  };

  const order = (before: readonly string[], after: readonly string[]): void => {
    for (const name of after) for (const one of before) if (one !== name) needs.get(name)?.add(one);
  };

  eachExpression(file.form.body, (expression) => {
    if (expression.kind === "Operation" && (expression.operator === ">>" || expression.operator === "<<")) {
      expression.operands.slice(1).forEach((right, index) => {
        const sides = [refs(expression.operands[index]), refs(right)] as const;
        if (expression.operator === ">>") order(sides[0], sides[1]);
        else order(sides[1], sides[0]);
      });
    }
    if (expression.kind !== "Call") return;
    const { callee, args } = expression;
    const given = args.flatMap(({ value }) => refs(value));
    if (callee.kind === "Attribute" && callee.name === "set_downstream") order(refs(callee.object), given);
    else if (callee.kind === "Attribute" && (callee.name === "set_upstream" || callee.name === "after"))
      order(given, refs(callee.object));
    else if (/^airflow\..*\.(?:chain|cross_downstream)$/.test(file.pathOf(callee) ?? "")) {
      args.slice(1).forEach(({ value }, index) => order(refs(args[index]?.value), refs(value)));
    } else order(given, refs(expression));
  });
  return needs;
}

/** What is called in `train(x)`, `train.override(...)(x)`, `train.expand(x=...)`. */
export function calledName(callee: Expression): string | undefined {
  if (callee.kind === "Name") return callee.id;
  if (callee.kind === "Attribute") return calledName(callee.object);
  return callee.kind === "Call" ? calledName(callee.callee) : undefined;
}

/** What names of a file stand for: all that they are set to, and the groups of tasks that they name. */
function variablesOf(file: PythonFile) {
  const values = new Map<string, Expression[]>();
  const groups = new Map<string, { readonly start: number; readonly end: number }>();
  const add = (target: Expression, value: Expression): void => {
    // Each name of `x, y = load()` has a part of what the task gives.
    if (target.kind === "Sequence") for (const item of target.items) add(item, value);
    if (target.kind === "Name") values.set(target.id, [...(values.get(target.id) ?? []), value]);
  };
  eachStatement(file.form.body, (statement) => {
    if (statement.kind === "Assign" && statement.value !== undefined) {
      for (const target of statement.targets) add(target, statement.value);
    }
    if (statement.kind !== "With") return;
    for (const { context, target } of statement.items) {
      const isGroup = context.kind === "Call" && /\bTaskGroup$/.test(file.pathOf(context.callee) ?? "");
      if (isGroup && target?.kind === "Name") groups.set(target.id, statement);
    }
  });
  return { values, groups };
}
