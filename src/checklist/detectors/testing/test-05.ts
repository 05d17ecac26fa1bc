import { textsOf } from "../../../engine/checklist-config.js";
import { detected } from "../../evidence.js";
import type { Detector } from "../../project.js";
import { groupMetrics } from "../../search/group-metrics.js";

/** Is quality measured on the slices that matter, with limits? */
export const detector: Detector = (project) => {
  const evidence = groupMetrics(project, { fairness: false });
  const slices = textsOf(project.config, "slices");
  return detected({
    evidence,
    missing: [
      evidence.length === 0
        ? `Compute the metric for each slice that matters${slices.length > 0 ? ` (${slices.join(", ")})` : ""}, and set a limit for each.`
        : "Compare the metric of each slice with a limit, in CI or in the pipeline.",
    ],
    searched: [
      "Metrics by group: `groupby` with a metric, loops over subsets, Fairlearn's MetricFrame, TFMA's SlicingSpec, and scans.",
    ],
  });
};
