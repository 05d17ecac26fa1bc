import { eachStatement } from "../../../semantics/code/visit.js";
import type { Call, Expression } from "../../../syntax/expressions.js";
import type { Span } from "../../../syntax/span.js";
import { decorated, entryOf, isGiven, isInside, keyword, scheduleText } from "./python-access.js";
import type { PythonFile } from "./python-file.js";

/** A DAG of a file, with what its tasks get from it. */
export interface Dag {
  readonly name: string | undefined;
  /** Where its tasks stand, if they stand in it. */
  readonly span: Span | undefined;
  readonly schedule: string | undefined;
  readonly tellsFailure: boolean;
}

/** The DAGs of a file: `with DAG(...)`, `dag = DAG(...)`, `@dag(...)`. */
export function dagsOf(file: PythonFile): readonly Dag[] {
  const found: Dag[] = decorated(file, dagDecorator).map(({ name, form, decoration }) =>
    dagOf(decoration.call, name, form, file),
  );
  const seen = new Set<Expression>();
  eachStatement(file.form.body, (statement) => {
    if (statement.kind === "With") {
      for (const { context, target } of statement.items) {
        if (!isDag(context, file)) continue;
        seen.add(context);
        found.push(dagOf(context, nameOf(target), statement, file));
      }
    }
    if (statement.kind === "Assign" && isDag(statement.value, file)) {
      seen.add(statement.value);
      found.push(dagOf(statement.value, nameOf(statement.targets[0]), undefined, file));
    }
  });
  for (const call of file.calls)
    if (!seen.has(call) && isDag(call, file)) found.push(dagOf(call, undefined, undefined, file));
  return found;
}

/** The DAG that a task belongs to: the one it names, the one it stands in, else the first. */
export function dagOfTask(task: Span, named: string | undefined, dags: readonly Dag[]): Dag | undefined {
  return (
    dags.find(({ name }) => name !== undefined && name === named) ??
    dags.findLast(({ span }) => span !== undefined && isInside(task, span)) ??
    dags.find(({ span }) => span === undefined) ??
    dags[0]
  );
}

const dagDecorator = /^airflow\.(?:decorators\.|sdk\.|models\.)?(?:\w+\.)*dag$/;

function isDag(expression: Expression | undefined, file: PythonFile): expression is Call {
  return expression?.kind === "Call" && /^airflow\.(?:\w+\.)*DAG$/.test(file.pathOf(expression.callee) ?? "");
}

function nameOf(target: Expression | undefined): string | undefined {
  return target?.kind === "Name" ? target.id : undefined;
}

function dagOf(call: Call | undefined, name: string | undefined, span: Span | undefined, file: PythonFile): Dag {
  return {
    name,
    span,
    schedule: scheduleText(keyword(call, "schedule", "schedule_interval", "timetable"), file),
    tellsFailure: tellsFailure(call, file) || tellsByDefault(keyword(call, "default_args"), file),
  };
}

/** Does a task or a DAG say itself whom it tells of a failure? */
export function tellsFailure(call: Call | undefined, file: PythonFile): boolean {
  return (
    isGiven(file.valueOf(keyword(call, "on_failure_callback", "sla_miss_callback"))) ||
    (isGiven(file.valueOf(keyword(call, "email_on_failure"))) && isGiven(file.valueOf(keyword(call, "email"))))
  );
}

function tellsByDefault(defaults: Expression | undefined, file: PythonFile): boolean {
  const has = (key: string) => isGiven(file.valueOf(entryOf(defaults, key, file)));
  return has("on_failure_callback") || has("sla_miss_callback") || (has("email_on_failure") && has("email"));
}
