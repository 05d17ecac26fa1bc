import { eachStatement } from "../../../semantics/code/visit.js";
import type { PipelineStep } from "../file-facts.js";
import { type FlowSystem, readFlows } from "./decorated-flows.js";
import type { PipelineProject } from "./pipeline-project.js";
import { argument, isInside, keyword, textsIn } from "./python-access.js";
import type { PythonFile } from "./python-file.js";
import { runsOfCommands } from "./run-commands.js";
import { distinct, pipelineStep } from "./step.js";
import { type PipelineTask, taskOrder } from "./task-order.js";

const decoratedKfp: FlowSystem = {
  system: "kfp",
  flow: /^kfp\.(?:\w+\.)*pipeline$/,
  step: /^kfp\.(?:\w+\.)*(?:component|container_component|python_component)$/,
  runsFlow: false,
  onFailure: [],
};

/** The components of Kubeflow's pipelines: decorated, made from functions, or containers with commands. */
export async function readKfp(file: PythonFile, project: PipelineProject): Promise<readonly PipelineStep[]> {
  const tellsFailure = file.calls.some((call) => /^kfp\..*\bExitHandler$/.test(file.pathOf(call.callee) ?? ""));
  const steps = [...(await readFlows(decoratedKfp, file, project)), ...(await olderSteps(file, project))];
  return steps.map((step) => ({ ...step, tellsFailure }));
}

/** What versions before 2 have: `train_op = create_component_from_func(train)`, `dsl.ContainerOp(...)`. */
async function olderSteps(file: PythonFile, project: PipelineProject): Promise<readonly PipelineStep[]> {
  const tasks: (PipelineTask & {
    readonly line: number;
    readonly runs: readonly string[];
    readonly commands: readonly string[];
  })[] = [];
  eachStatement(file.form.body, (statement) => {
    const [target] = statement.kind === "Assign" ? statement.targets : [];
    const value = statement.kind === "Assign" ? statement.value : undefined;
    if (target?.kind !== "Name" || value?.kind !== "Call") return;
    if (!/^kfp\..*\b(?:create_component_from_func|func_to_container_op)$/.test(file.pathOf(value.callee) ?? "")) return;
    const func = argument(value, 0, "func");
    const made = func === undefined ? undefined : file.targetOf(func);
    const isUsed = file.calls.some(
      ({ callee }) => callee.kind === "Name" && callee.id === target.id && !isInside(callee, value),
    );
    if (!isUsed) return;
    tasks.push({
      ...{ name: target.id, call: undefined, functionName: target.id, line: file.lineOf(value) },
      ...{ runs: made === undefined ? [] : [made], commands: [] },
    });
  });
  for (const call of file.calls) {
    if (!/^kfp\..*\bContainerOp$/.test(file.pathOf(call.callee) ?? "")) continue;
    const words = [...textsIn(keyword(call, "command"), file), ...textsIn(keyword(call, "arguments"), file)];
    const line = file.lineOf(call);
    const commands = words.length === 0 ? [] : [words.join(" ")];
    const runs = await runsOfCommands(
      { path: file.path, commands: commands.map((text) => ({ text, line })), folder: "" },
      project,
    );
    tasks.push({
      name: file.textOf(argument(call, 0, "name")) ?? `container ${line}`,
      call,
      functionName: undefined,
      line,
      runs,
      commands,
    });
  }
  const needs = taskOrder(tasks, file);
  return tasks.map(({ name, line, runs, commands }) =>
    pipelineStep({
      system: "kfp",
      path: file.path,
      name,
      line,
      runs,
      commands,
      needs: distinct(needs.get(name) ?? []),
    }),
  );
}
