import type { FunctionForm } from "../../../syntax/form.js";
import type { PipelineStep } from "../file-facts.js";
import type { PipelineProject } from "./pipeline-project.js";
import { type Decoration, decorated, isGiven, isInside, keyword } from "./python-access.js";
import { pythonFile, type PythonFile } from "./python-file.js";
import { distinct, pipelineStep } from "./step.js";
import { calledName, taskOrder } from "./task-order.js";

/** A system in which a decorated function calls others that are decorated as its steps. */
export interface FlowSystem {
  readonly system: PipelineStep["system"];
  readonly flow: RegExp;
  readonly step: RegExp;
  /** Is the flow itself something that runs, rather than a plan of its steps? */
  readonly runsFlow: boolean;
  /** Keyword arguments of both decorators that say whom a failure is told. */
  readonly onFailure: readonly string[];
}

export const prefect: FlowSystem = {
  system: "prefect",
  flow: /^prefect\.(?:\w+\.)*flow$/,
  step: /^prefect\.(?:\w+\.)*(?:task|flow)$/,
  runsFlow: true,
  onFailure: ["on_failure", "on_crashed", "state_handlers"],
};

export const zenml: FlowSystem = {
  system: "zenml",
  flow: /^zenml\.(?:\w+\.)*pipeline$/,
  step: /^zenml\.(?:\w+\.)*step$/,
  runsFlow: false,
  onFailure: ["on_failure"],
};

export const dagsterJobs: FlowSystem = {
  system: "dagster",
  flow: /^dagster\.(?:\w+\.)*(?:job|graph|graph_asset)$/,
  step: /^dagster\.(?:\w+\.)*op$/,
  runsFlow: false,
  onFailure: ["hooks"],
};

interface Step {
  /** As the file of the flow calls it. */
  readonly local: string;
  readonly name: string;
  readonly file: PythonFile;
  readonly form: FunctionForm;
  readonly decoration: Decoration;
}

/** The steps that the flows of a file call, those of other files of the project too. */
export async function readFlows(
  { system, flow, step, runsFlow, onFailure }: FlowSystem,
  file: PythonFile,
  project: PipelineProject,
): Promise<readonly PipelineStep[]> {
  const flows = decorated(file, flow);
  if (flows.length === 0) return [];
  const tells = ({ call }: Decoration) => onFailure.some((name) => isGiven(keyword(call, name)));
  const isToldByFlow = flows.some(({ decoration }) => tells(decoration));
  const used = await usedSteps(
    flows.map(({ form }) => form),
    step,
    file,
    project,
  );
  const needs = taskOrder(
    used.map(({ name, local }) => ({ name, call: undefined, functionName: local })),
    file,
  );
  const steps = used.map(({ name, file: home, form, decoration }) =>
    pipelineStep({
      ...{ system, name, path: home.path, line: home.lineOf(form.nameSpan) },
      runs: [`${home.path}#${form.name ?? name}`],
      needs: distinct(needs.get(name) ?? []),
      tellsFailure: isToldByFlow || tells(decoration),
    }),
  );
  if (!runsFlow) return steps;
  const known = new Set(steps.map(({ name }) => name));
  const own = flows.map(({ name, form, decoration }) =>
    pipelineStep({
      ...{ system, name, path: file.path, line: file.lineOf(form.nameSpan) },
      ...{ runs: [`${file.path}#${name}`], tellsFailure: tells(decoration) },
    }),
  );
  return [...own.filter(({ name }) => !known.has(name)), ...steps];
}

async function usedSteps(
  flows: readonly FunctionForm[],
  pattern: RegExp,
  file: PythonFile,
  project: PipelineProject,
): Promise<readonly Step[]> {
  const found = new Map<string, Step>();
  for (const call of file.calls.toSorted((a, b) => a.start - b.start)) {
    const local = calledName(call.callee);
    if (local === undefined || found.has(local) || !flows.some((flow) => isInside(call, flow))) continue;
    const target = file.targetOf({ kind: "Name", id: local, start: call.callee.start, end: call.callee.end });
    const [path, name] = target?.split("#") ?? [];
    if (path === undefined || name === undefined) continue;
    const home = path === file.path ? file : await otherFile(path, project);
    const step = home === undefined ? undefined : decorated(home, pattern).find((one) => one.name === name);
    if (home === undefined || step === undefined) continue;
    const named = home.textOf(keyword(step.decoration.call, "name")) ?? name;
    found.set(local, { local, name: named, file: home, form: step.form, decoration: step.decoration });
  }
  return [...found.values()];
}

async function otherFile(path: string, project: PipelineProject): Promise<PythonFile | undefined> {
  const form = await project.source.form(path);
  return form === undefined ? undefined : pythonFile(path, form, project.files);
}
