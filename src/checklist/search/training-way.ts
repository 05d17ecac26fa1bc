import type { PipelineStep } from "../../project/facts/file-facts.js";
import type { ChecklistProject } from "../project.js";
import { nodeOf } from "./call-graph.js";

/** Does code of a function bring data to a training: in the training itself, in a step it waits for, or before it in its job? */
export function trainingWay(
  { wiring, pipelines, ci }: Pick<ChecklistProject, "wiring" | "pipelines" | "ci">,
  training: ReadonlySet<string>,
): (path: string, within: string) => boolean {
  const at = ({ path, line }: { readonly path: string; readonly line: number }): string => `${path}:${line}`;
  const entries = [...training].flatMap((node) => {
    const split = node.indexOf("#");
    return wiring.entriesOf(node.slice(0, split), node.slice(split + 1));
  });
  const entered = new Set(entries.map(at));
  const steps = stepsBefore(
    pipelines.filter((step) => entered.has(at(step))),
    pipelines,
  );
  const places = new Set([...steps.map(at), ...entered]);
  const files = new Set(steps.map(({ path }) => path));
  // A job that runs the pipeline, or the training, brings the data in what it runs before.
  const trains = ci.runs.filter(
    (run) =>
      !run.isTests &&
      (entered.has(at(run)) ||
        run.chain.some((path) => files.has(path)) ||
        (run.tool === "dvc" && steps.some(({ system }) => system === "dvc"))),
  );
  for (const one of trains) {
    const before = ci.runs.slice(0, ci.runs.indexOf(one));
    for (const run of before) if (run.job === one.job && run.chain[0] === one.chain[0]) places.add(at(run));
  }
  return (path, within) =>
    training.has(nodeOf(path, within)) || wiring.entriesOf(path, within).some((entry) => places.has(at(entry)));
}

/** Steps with all that they wait for. */
function stepsBefore(steps: readonly PipelineStep[], all: readonly PipelineStep[]): readonly PipelineStep[] {
  const found = new Set(steps);
  for (const { path, needs } of found) {
    for (const step of all) if (step.path === path && needs.includes(step.name)) found.add(step);
  }
  return [...found];
}
