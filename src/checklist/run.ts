import type { CheckConfig } from "../engine/checklist-config.js";
import type { ChecklistItem } from "../guide/content.js";
import { nextActions } from "./actions.js";
import { currentAttestations, type DatedAttestation } from "./attestations/current.js";
import { readAttestations } from "./attestations/read.js";
import { attestationProblems } from "./attestations/problems.js";
import { customDetector, customItem } from "./detectors/custom.js";
import { detected, type DetectorResult } from "./evidence.js";
import { gate } from "./gate.js";
import { mlTestPoints, mlTestScore } from "./ml-test-score.js";
import { openQuestions, testPointsOf } from "./numbers.js";
import { pointsOf } from "./points.js";
import { appliesTo } from "./profile/applies.js";
import type { ChecklistProject, Detector, Detectors } from "./project.js";
import type { ChecklistResult, ItemResult } from "./result.js";
import { overallScore, stageScores } from "./score.js";
import { judge, type Word } from "./verdict.js";

export interface RunOptions {
  /** The checklist's items, the team's own left out: these come from the configuration. */
  readonly items: readonly ChecklistItem[];
  readonly detectors: Detectors;
  /** The text of the team's attestations; empty when there is none. */
  readonly attestations: string;
  /** As `2026-05-31`. */
  readonly today: string;
  /** Told before each item how many are done, and waited for; an exception thrown here stops the run. */
  readonly onItem?: (done: number, of: number) => Promise<void> | void;
}

/** Answers all items for a project. The same project, attestations and day give the same result. */
export async function runChecklist(project: ChecklistProject, options: RunOptions): Promise<ChecklistResult> {
  const { config, profile } = project;
  const own = config.custom.map(customItem);
  const all = [...options.items, ...own].map((item) => adjusted(item, config.checks[item.id]));
  const detectors = new Map<string, Detector>([
    ...options.detectors,
    ...config.custom.map((item) => [item.id, customDetector(item)] as const),
  ]);
  const ids = all.map(({ id }) => id);
  const file = readAttestations(options.attestations, ids, options.today);
  const { current, expired } = currentAttestations(file.attestations, options.today, config.attest.expiryDays);
  const customIds = new Set(own.map(({ id }) => id));
  const items: ItemResult[] = [];
  for (const [done, item] of all.entries()) {
    await options.onItem?.(done, all.length);
    items.push(await answer(item, project, detectors.get(item.id), current.get(item.id), customIds.has(item.id)));
  }
  const stages = stageScores(items);
  const score = mlTestScore(testPointsOf(items), config.scoring.notApplicable);
  return {
    profile,
    items,
    mlTestScore: score,
    stages,
    openQuestions: openQuestions(items),
    overall: overallScore(stages),
    gate: gate(items, stages, score, config.scoring),
    nextActions: nextActions(items, stages, score),
    unreadable: project.unreadable,
    attestationProblems: attestationProblems(options.attestations, file, current, expired, items),
  };
}

/** An item with the severity and weight that the team gives it. */
function adjusted(item: ChecklistItem, check: CheckConfig | undefined): ChecklistItem {
  return { ...item, severity: check?.severity ?? item.severity, weight: check?.weight ?? item.weight };
}

async function answer(
  item: ChecklistItem,
  project: ChecklistProject,
  detector: Detector | undefined,
  attestation: DatedAttestation | undefined,
  custom: boolean,
): Promise<ItemResult> {
  const check = project.config.checks[item.id];
  const disabled = check?.enabled === false ? (check.reason ?? "") : undefined;
  const applies = appliesTo(item.appliesWhen, item.stage, project.profile);
  // What is left out anyway costs no search.
  const isLeftOut = disabled !== undefined || applies.value === false;
  const found = isLeftOut || detector === undefined ? undefined : await detect(detector, project);
  const judgement = judge(item, found, { applies, disabled, word: attestation && wordOf(attestation) });
  const { evidence, objections, searched, unreadable, forks } = found ?? detected({});
  const { id, stage, question, automation, severity, weight, passLevel, attestedPoints, mlTestScore: code } = item;
  return {
    ...judgement,
    ...{ id, stage, question, automation, severity, weight, passLevel, attestedPoints },
    ...{ evidence, objections, searched, unreadable, custom, attestation, lookedFor: detector !== undefined },
    points: pointsOf(judgement.verdict, item),
    mlTest:
      code === undefined
        ? undefined
        : { code, points: mlTestPoints(judgement.verdict, evidence, objections.length > 0) },
    candidates: judgement.asks.length === 0 ? [] : [...forks.flatMap(({ at }) => at ?? []), ...evidence.map(placeOf)],
  };
}

/** A detector that fails leaves its item unknown, and all others as they are. */
async function detect(detector: Detector, project: ChecklistProject): Promise<DetectorResult> {
  try {
    return await detector(project);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return detected({ unreadable: [{ path: ".", reason: `the search failed: ${reason}` }] });
  }
}

function wordOf({ verdict, who, date, note, link }: DatedAttestation): Word {
  const said = { pass: "says that it holds", fail: "says that it does not hold", "n/a": "left it out" }[verdict];
  const more = [note, link].filter((part) => part !== undefined).join(" ");
  return { verdict, reason: `${who} ${said} (${date})${more === "" ? "" : `: ${more}`}` };
}

function placeOf({ path, line, cell }: DetectorResult["evidence"][number]): ItemResult["candidates"][number] {
  return { path, line, ...(cell === undefined ? {} : { cell }) };
}
