import { eachExpression } from "../../../semantics/code/visit.js";
import type { PipelineStep } from "../file-facts.js";
import { decorationsOf, isGiven, keyword } from "./python-access.js";
import type { PythonFile } from "./python-file.js";
import { distinct, pipelineStep } from "./step.js";

/** The steps of Metaflow's flows, in the order in which `self.next` names them. */
export function readMetaflow(file: PythonFile): readonly PipelineStep[] {
  return [...file.classes.values()].flatMap((flow) => {
    if (!flow.bases.some((base) => file.pathOf(base) === "metaflow.FlowSpec")) return [];
    const decorations = decorationsOf(flow, file);
    const schedule = decorations.find(({ path }) => path === "metaflow.schedule")?.call;
    const often = ["weekly", "daily", "hourly"].find((name) => isGiven(keyword(schedule, name)));
    const tellsFailure = decorations.some(
      ({ path, call }) => path === "metaflow.exit_hook" && isGiven(keyword(call, "on_error")),
    );
    const needs = new Map<string, string[]>();
    const methods = flow.body.flatMap((member) => (member.kind === "FunctionStatement" ? [member.function] : []));
    const steps = methods.filter((method) => decorationsOf(method, file).some(({ path }) => path === "metaflow.step"));
    for (const step of steps) {
      eachExpression(step.body, (expression) => {
        if (expression.kind !== "Call" || file.sourceOf(expression.callee) !== "self.next") return;
        for (const { value } of expression.args) {
          if (value.kind === "Attribute") needs.set(value.name, [...(needs.get(value.name) ?? []), step.name ?? ""]);
        }
      });
    }
    return steps.map((step) =>
      pipelineStep({
        ...{ system: "metaflow", path: file.path, line: file.lineOf(step.nameSpan), name: step.name ?? "" },
        runs: [`${file.path}#${flow.name ?? ""}.${step.name ?? ""}`],
        needs: distinct(needs.get(step.name ?? "") ?? []),
        schedule: schedule === undefined ? undefined : (file.textOf(keyword(schedule, "cron")) ?? often),
        tellsFailure,
      }),
    );
  });
}
