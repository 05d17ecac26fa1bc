import { eachExpression } from "../../../semantics/code/visit.js";
import type { ClassStatement } from "../../../syntax/form.js";
import type { PipelineStep } from "../file-facts.js";
import type { PythonFile } from "./python-file.js";
import { distinct, pipelineStep } from "./step.js";

/** Luigi's tasks: what they require, what they put out, and what they run. */
export function readLuigi(file: PythonFile): readonly PipelineStep[] {
  const tellsFailure = /\bEvent\.FAILURE\b/.test(file.form.text);
  return [...file.classes].flatMap(([name, task]) => {
    if (!isTask(task, file)) return [];
    const required = [...callsIn(task, "requires"), ...decoratorNames(task, file)];
    return [
      pipelineStep({
        ...{ system: "luigi", path: file.path, line: file.lineOf(task.nameSpan), name, tellsFailure },
        runs: method(task, "run") === undefined ? [] : [`${file.path}#${name}.run`],
        outputs: distinct(targetsOf(task, file)),
        needs: distinct(required.filter((one) => one !== name)),
      }),
    ];
  });
}

/** A task of Luigi's, or one that is made from another of the file. */
function isTask(task: ClassStatement, file: PythonFile, depth = 0): boolean {
  return task.bases.some((base) => {
    const path = file.pathOf(base) ?? "";
    if (/^luigi\.(?:\w+\.)*\w*Task\w*$/.test(path)) return true;
    const own = file.classes.get(path);
    return own !== undefined && depth < 5 && isTask(own, file, depth + 1);
  });
}

function method(task: ClassStatement, name: string) {
  const found = task.body.find((member) => member.kind === "FunctionStatement" && member.function.name === name);
  return found?.kind === "FunctionStatement" ? found.function : undefined;
}

/** The classes that a method makes objects of, by their names. */
function callsIn(task: ClassStatement, name: string): readonly string[] {
  const found: { readonly at: number; readonly name: string }[] = [];
  eachExpression(method(task, name)?.body ?? [], (expression) => {
    if (expression.kind !== "Call") return;
    const { callee } = expression;
    const called = callee.kind === "Name" ? callee.id : callee.kind === "Attribute" ? callee.name : "";
    if (/^[A-Z]/.test(called)) found.push({ at: expression.start, name: called });
  });
  return found.sort((a, b) => a.at - b.at).map((one) => one.name);
}

/** `@requires(Load)`, `@inherits(Load)`. */
function decoratorNames(task: ClassStatement, file: PythonFile): readonly string[] {
  return task.decorators.flatMap((decorator) =>
    decorator.kind === "Call" && /^luigi\..*\brequires$/.test(file.pathOf(decorator.callee) ?? "")
      ? decorator.args.flatMap(({ value }) => (value.kind === "Name" ? [value.id] : []))
      : [],
  );
}

function targetsOf(task: ClassStatement, file: PythonFile): readonly string[] {
  const found: string[] = [];
  eachExpression(method(task, "output")?.body ?? [], (expression) => {
    if (expression.kind !== "Call" || !/^luigi\..*Target$/.test(file.pathOf(expression.callee) ?? "")) return;
    found.push(file.textOf(expression.args[0]?.value) ?? "");
  });
  return found;
}
