import { eachExpression } from "../../../semantics/code/visit.js";
import type { Call } from "../../../syntax/expressions.js";
import { joinPath, parentOf } from "../../paths.js";
import type { PipelineStep } from "../file-facts.js";
import { dagOfTask, dagsOf, tellsFailure } from "./airflow-dags.js";
import type { PipelineProject } from "./pipeline-project.js";
import { decorated, keyword, textsIn } from "./python-access.js";
import type { PythonFile } from "./python-file.js";
import { runsOfCommands } from "./run-commands.js";
import { distinct, pipelineStep } from "./step.js";
import { type PipelineTask, taskOrder } from "./task-order.js";

/** The tasks of the DAGs of a file: operators with a `task_id`, and functions under `@task` that are called. */
export async function readAirflow(file: PythonFile, project: PipelineProject): Promise<readonly PipelineStep[]> {
  const dags = dagsOf(file);
  if (dags.length === 0) return [];
  const tasks = [...operatorsOf(file), ...taskFunctions(file)];
  const needs = taskOrder(tasks, file);
  const steps: PipelineStep[] = [];
  for (const { name, call, functionName } of tasks) {
    const form = functionName === undefined ? undefined : file.functions.get(functionName);
    const at = call ?? form;
    if (at === undefined) continue;
    const options = call ?? taskDecorator(file, functionName);
    const named = keyword(call, "dag");
    const dag = dagOfTask(at, named?.kind === "Name" ? named.id : undefined, dags);
    const commands = call === undefined ? [] : commandsOf(call, file);
    steps.push(
      pipelineStep({
        ...{ system: "airflow", path: file.path, line: file.lineOf(form?.nameSpan ?? at), name },
        commands,
        runs: distinct([
          ...(functionName === undefined ? [] : [`${file.path}#${functionName}`]),
          ...(call === undefined ? [] : filesOf(call, file, project)),
          ...(await runsOfCommands(runnable(commands, file.path, file.lineOf(at)), project)),
        ]),
        needs: distinct(needs.get(name) ?? []),
        schedule: dag?.schedule,
        tellsFailure: dag?.tellsFailure === true || tellsFailure(options, file),
      }),
    );
  }
  return steps;
}

function operatorsOf(file: PythonFile): readonly PipelineTask[] {
  return file.calls
    .toSorted((a, b) => a.start - b.start)
    .flatMap((call): readonly PipelineTask[] => {
      const id = keyword(call, "task_id");
      const path = file.pathOf(call.callee)?.replace(/\.partial$/, "") ?? "";
      if (id === undefined || !/(?:Operator|Sensor|Async)$/.test(path)) return [];
      return [{ name: file.textOf(id) ?? file.sourceOf(id), call, functionName: undefined }];
    });
}

const taskPath = /^airflow\.(?:\w+\.)*task(?:\.\w+)?$/;

/** Functions that are tasks once they are called. */
function taskFunctions(file: PythonFile): readonly PipelineTask[] {
  const used = new Set<string>();
  eachExpression(file.form.body, (expression) => {
    if (expression.kind === "Name") used.add(expression.id);
  });
  return decorated(file, taskPath).flatMap(({ name, decoration }): readonly PipelineTask[] =>
    used.has(name)
      ? [{ name: file.textOf(keyword(decoration.call, "task_id")) ?? name, call: undefined, functionName: name }]
      : [],
  );
}

function taskDecorator(file: PythonFile, name: string | undefined): Call | undefined {
  return decorated(file, taskPath).find((one) => one.name === name)?.decoration.call;
}

/** What an operator is told to run, in whichever argument its kind has for that. */
function commandsOf(call: Call, file: PythonFile): readonly string[] {
  const single = ["bash_command", "command"].flatMap((name) => {
    const texts = textsIn(keyword(call, name), file);
    return texts.length === 0 ? [] : [texts.join(" ")];
  });
  const words = [...textsIn(keyword(call, "cmds"), file), ...textsIn(keyword(call, "arguments"), file)];
  return words.length === 0 ? single : [...single, words.join(" ")];
}

/** Airflow's own templates stand for words that only the run knows. */
function runnable(commands: readonly string[], path: string, line: number) {
  const plain = commands.map((text) => ({ text: text.replace(/\{\{.*?\}\}|\{%.*?%\}/g, "_").trim(), line }));
  return { path, commands: plain, folder: "" };
}

/** The function, the notebook or the script that an operator is given. */
function filesOf(call: Call, file: PythonFile, { files }: PipelineProject): readonly string[] {
  const callable = file.valueOf(keyword(call, "python_callable")) ?? keyword(call, "python_callable");
  const target = callable === undefined ? undefined : file.targetOf(callable);
  const named = ["application", "input_nb", "notebook_path", "bash_command"].flatMap(
    (name) => file.textOf(keyword(call, name)) ?? [],
  );
  const found = named.flatMap((name) => {
    const plain = name
      .trim()
      .replace(/^.*(?:\}\}|\$\w+)\//, "")
      .replace(/^\/+/, "");
    if (!/^[\w./-]+\.\w+$/.test(plain)) return [];
    return [joinPath("", plain), joinPath(parentOf(file.path) ?? "", plain)]
      .filter((path) => files.has(path))
      .slice(0, 1);
  });
  return [...(target === undefined ? [] : [target]), ...found];
}
