import { compareRuns } from "../../../src/checklist/compare.js";
import { detected, type DetectorResult } from "../../../src/checklist/evidence.js";
import { runChecklist } from "../../../src/checklist/run.js";
import { type RecordedItem, runRecord } from "../../../src/checklist/trend.js";
import type { ChecklistReport } from "../../../src/report/checklist/checklist-report.js";
import { evidence, makeProject, objection } from "../../checklist/make.js";
import { config, everything, options, proven, signed } from "../../checklist/whole-runs.js";

/** What somebody could have written into a project to break a report. */
export const hostile =
  "<script>alert(1)</script> [x](javascript:alert(1)) | **b** `co<de>` @octocat #12 \u001b[31m\u202e";
export const hostilePath = "data/`a|b`\n<img src=x>.py";

/** A run in which there is something of every kind: every verdict, objections, problems of the attestations, changes. */
export async function makeReport(more: Partial<ChecklistReport> = {}): Promise<ChecklistReport> {
  const given: Readonly<Record<string, Partial<DetectorResult>>> = {
    "DATA-01": { evidence: [evidence("L3", { path: hostilePath, line: 12, what: hostile, repeatedBy: "ci" })] },
    "DATA-02": { searched: ["12 stages of pipelines."], missing: ["A stage that validates."] },
    "DATA-05": { forks: [{ question: "Are columns kept out elsewhere?", at: { path: "a.py", line: 4 } }] },
    "DATA-06": { objections: [{ ...objection("fail"), what: "a table holds addresses" }] },
    "DATA-09": { unreadable: [{ path: "dvc.lock", reason: "no YAML" }] },
    "TRAIN-01": { evidence: [evidence("L3"), evidence("L2", { path: "nb.ipynb", cell: 3 })] },
    "TRAIN-08": { evidence: [evidence("L2")], objections: [objection("partial")] },
  };
  const detectors = new Map([
    ...proven,
    ...Object.entries(given).map(([id, result]) => [id, () => detected(result)] as const),
  ]);
  detectors.delete("PLAN-05");
  const project = makeProject({
    profile: everything,
    unreadable: [{ path: "big.csv", reason: hostile }],
    config: config(
      '{checks: {DATA-04: {enabled: false, reason: "an image model"}, TRAIN-02: {enabled: false, reason: "locked elsewhere"}}}',
    ),
  });
  const attestations = `${signed("item: PLAN-01, verdict: pass, link: 'https://example.org/goal'")}\n  - {who: Bo, item: PLAN-03, verdict: pass, date: 2024-01-01}\n`;
  const result = await runChecklist(project, options({ detectors, attestations }));
  const now = runRecord(result, "2026-06-01", undefined);
  const before: Readonly<Record<string, RecordedItem>> = {
    "DATA-02": { verdict: "pass", level: "L4" },
    "TRAIN-01": { verdict: "partial", level: "L2" },
    "TEST-01": { verdict: "pass", level: "L3" },
    "TRAIN-02": { verdict: "fail", level: "L0" },
    "OLD-01": { verdict: "fail", level: "L0" },
  };
  const comparison = compareRuns({ ...now, items: before, mlTestScore: 2 }, now);
  return { project: "churn <b>", date: "2026-06-01", result, changes: { since: "main", comparison }, ...more };
}
