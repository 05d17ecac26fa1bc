import type { PipelineStep } from "../file-facts.js";
import { dagsterJobs, readFlows } from "./decorated-flows.js";
import type { PipelineProject } from "./pipeline-project.js";
import { decorated, isGiven, itemsIn, keyword } from "./python-access.js";
import type { PythonFile } from "./python-file.js";
import { distinct, pipelineStep } from "./step.js";

/** Assets, with those that they are made from, and the ops of jobs. */
export async function readDagster(file: PythonFile, project: PipelineProject): Promise<readonly PipelineStep[]> {
  const assets = decorated(file, /^dagster\.(?:\w+\.)*(?:multi_)?asset$/).map(({ name, form, decoration }) => {
    const { call } = decoration;
    const deps = itemsIn(keyword(call, "deps", "non_argument_deps"), file).map((item) =>
      lastName(file.textOf(item) ?? file.sourceOf(item)),
    );
    const renamed = file.valueOf(keyword(call, "ins"));
    const ins =
      renamed?.kind === "Mapping"
        ? renamed.entries.flatMap(({ value }) => (value.kind === "Call" ? value.args.slice(0, 1) : []))
        : [];
    const given = form.params.filter(
      (param) => !/^(?:context|config|self)$/.test(param.name) && param.variadic === "none",
    );
    return pipelineStep({
      ...{ system: "dagster", path: file.path, line: file.lineOf(form.nameSpan) },
      name: file.textOf(keyword(call, "name")) ?? name,
      runs: [`${file.path}#${name}`],
      // Parameters that are no assets are resources; who knows all assets takes them away.
      needs: distinct([
        ...deps,
        ...ins.flatMap(({ value }) => file.textOf(value) ?? []),
        ...given.map((param) => param.name),
      ]),
      schedule: cronOf(
        file.sourceOf(keyword(call, "automation_condition", "auto_materialize_policy") ?? { start: 0, end: 0 }),
      ),
      tellsFailure: isGiven(keyword(call, "hooks")),
    });
  });
  return [...assets, ...(await readFlows(dagsterJobs, file, project))];
}

/** `AutomationCondition.on_cron("@daily")`. */
function cronOf(source: string): string | undefined {
  return /\bcron\w*\(\s*["']([^"']+)["']/.exec(source)?.[1];
}

function lastName(text: string): string {
  return text.replace(/^.*[."'[(](?=\w)/, "").replace(/\W+$/, "");
}
