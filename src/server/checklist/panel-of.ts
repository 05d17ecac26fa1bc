import { addDays } from "../../checklist/attestations/days.js";
import type { Place } from "../../checklist/evidence.js";
import type { ChecklistResult } from "../../checklist/result.js";
import { decisiveStages } from "../../checklist/score.js";
import { runRecord } from "../../checklist/trend.js";
import { joinPath, nameOf } from "../../project/paths.js";
import type { Root } from "../../project/roots.js";
import { uriOf } from "../uris.js";
import { dayAndTime, today } from "./clock.js";
import { type BaseBranch, baseBranch, gitCommit, gitPerson } from "./git.js";
import { withRun } from "./history.js";
import type { Base, Panel } from "./panel.js";
import { type SignOffParts, signOffFile } from "./sign-offs.js";

export interface PanelFrom {
  readonly root: Root;
  readonly result: ChecklistResult;
  readonly isTrusted: boolean;
  readonly history: readonly string[];
}

/** A run with all that a panel shows beside it, and what is to be kept of it for the next one. */
export async function panelOf(
  { root, result, isTrusted, history }: PanelFrom,
  parts: SignOffParts,
): Promise<{ readonly panel: Panel; readonly history: readonly string[] }> {
  const { folder } = root;
  const [commit, person, branch] = isTrusted
    ? await Promise.all([gitCommit(folder), gitPerson(folder), baseBranch(folder)])
    : [];
  const now = withRun(history, runRecord(result, dayAndTime(), commit));
  const file = await signOffFile(root, parts);
  const { config } = await parts.projects.configs.of(folder);
  const { expiryDays = 0, name = "" } = file ?? {};
  const panel: Panel = {
    report: { project: nameOf(folder), date: today(), result, changes: now.changes, docsUrl: config.docsUrl },
    when: dayAndTime(),
    ...{ commit, isTrusted, person, base: isTrusted ? baseOf(branch) : undefined },
    signOffs: { path: name, expiryDays, lastDay: addDays(today(), expiryDays) },
    earlier: now.earlier.map(({ date, mlTestScore, stages, openQuestions }) => ({
      ...{ when: date, mlTestScore, openQuestions },
      lowestStage: lowest(stages),
    })),
    addressOf: ({ path, line, cell }: Place) =>
      `${uriOf(joinPath(folder, path))}#${cell === undefined ? "" : `C${cell},`}L${line}`,
  };
  return { panel, history: now.kept };
}

function baseOf(branch: BaseBranch | undefined): Base {
  return branch === undefined ? { state: "none" } : { state: "known", branch };
}

function lowest(stages: Readonly<Record<string, number>>): number | undefined {
  const scores = [...decisiveStages].flatMap((stage) => stages[stage] ?? []);
  return scores.length === 0 ? undefined : Math.min(...scores);
}
