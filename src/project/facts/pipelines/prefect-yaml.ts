import { child, itemsOf, textOf } from "../../ci/tree-access.js";
import { readYamlTrees } from "../../ci/yaml-tree.js";
import { joinPath, parentOf } from "../../paths.js";
import type { PipelineProject } from "./pipeline-project.js";
import type { ScheduleNote } from "./python-schedules.js";

/** The schedules that `prefect.yaml` gives to flows. */
export async function prefectSchedules(project: PipelineProject): Promise<readonly ScheduleNote[]> {
  const notes: ScheduleNote[] = [];
  for (const path of project.pathsLike(/(?:^|\/)prefect\.ya?ml$/)) {
    const text = await project.text(path);
    if (text === undefined) continue;
    for (const deployment of itemsOf(child(readYamlTrees(text, path).trees[0], "deployments"))) {
      const entry = textOf(child(deployment, "entrypoint"))?.replace(/:.*$/, "");
      const schedules = [...itemsOf(child(deployment, "schedules")), ...itemsOf(child(deployment, "schedule"))];
      const texts = schedules.flatMap(
        (one) => textOf(child(one, "cron")) ?? textOf(child(one, "rrule")) ?? textOf(child(one, "interval")) ?? [],
      );
      if (entry === undefined || texts[0] === undefined) continue;
      notes.push({ file: joinPath(parentOf(path) ?? "", entry), schedule: texts[0] });
    }
  }
  return notes;
}
