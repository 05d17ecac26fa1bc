import type { NextAction } from "../../checklist/actions.js";
import type { ItemChange } from "../../checklist/compare.js";
import { type EvidenceLevel, levelTexts, type Place, type UnreadableFile } from "../../checklist/evidence.js";
import { percent, rounded } from "../../checklist/gate.js";
import type { MlTestScore, SectionScore } from "../../checklist/ml-test-score.js";
import type { ItemResult } from "../../checklist/result.js";
import type { StageScore } from "../../checklist/score.js";
import { type Verdict, verdicts } from "../../checklist/verdict.js";
import { sectionOf } from "../../guide/item.js";
import { stageTitle } from "../markdown.js";
import type { ChecklistReport } from "./checklist-report.js";

/** A sign for each verdict, always beside its word: nobody has to tell colours or signs apart. */
export const verdictSigns: Readonly<Record<Verdict, string>> = {
  ...{ pass: "✔", partial: "◐", fail: "✘", human: "?", attested: "✎", "n/a": "–", unknown: "!" },
};

/** The order in which verdicts are worth looking at. */
export const verdictOrder: readonly Verdict[] = ["fail", "unknown", "human", "partial", "attested", "pass", "n/a"];

export function headline({ result }: ChecklistReport): string {
  return result.gate.ready ? "Ready" : "Not ready";
}

/** How often each verdict was given, in words: `12 pass, 3 fail`. */
export function countsText({ result }: ChecklistReport): string {
  return countsOf(result.items);
}

export function countsOf(items: readonly ItemResult[]): string {
  const counts = verdicts.map((verdict) => [verdict, items.filter((item) => item.verdict === verdict).length] as const);
  return counts.flatMap(([verdict, count]) => (count === 0 ? [] : [`${count} ${verdict}`])).join(", ");
}

/** A share in percent; a dash for what does not apply. */
export function shareText(share: number | undefined): string {
  return share === undefined ? "–" : percent(share);
}

export function numberText(number: number | undefined): string {
  return number === undefined ? "–" : rounded(number);
}

export function placeText({ path, line, cell }: Place): string {
  return cell === undefined ? `${path}:${line}` : `${path}, cell ${cell}:${line}`;
}

export function levelText(level: EvidenceLevel): string {
  return levelTexts[level];
}

/** What an item is worth knowing of beside its question. */
export function gravityText({ severity, verdict }: ItemResult): string | undefined {
  return severity === "blocker" && verdict !== "pass" && verdict !== "attested" ? "blocker" : undefined;
}

/** Why an item has its verdict, where nothing else that is shown of it says so. */
export function reasonOf({ verdict, reason, objections }: ItemResult): string | undefined {
  const isShown = objections.some(({ what }) => reason.toLowerCase().startsWith(what.toLowerCase()));
  return verdict === "pass" || isShown ? undefined : reason;
}

/** What a person is asked, beyond the question of the item itself. */
export function furtherAsks({ asks, question }: ItemResult): readonly string[] {
  return asks.filter((ask) => ask !== question);
}

/** The score of a section that the team goes by. */
export function sectionScore(section: SectionScore, { notApplicable }: MlTestScore): number | undefined {
  return notApplicable === "zero" ? section.sum : section.withoutNotApplicable;
}

/** What the ML Test Score is, and what it says. */
export function mlTestScoreText(score: MlTestScore): string {
  return `${numberText(score.final)} of 7, ${bandText(score)}`;
}

export function bandText({ band, label, notApplicable, ...both }: MlTestScore): string {
  const other =
    notApplicable === "zero"
      ? `${numberText(both.withoutNotApplicable)} when what does not apply is left out`
      : `${numberText(both.withNotApplicableAsZero)} when what does not apply counts zero`;
  return `${label}: ${band} (${other})`;
}

/** The numbers that an action leads to, the ones that it changes. */
export function gainText(action: NextAction, { result }: ChecklistReport): string {
  const { then, id } = action;
  const item = result.items.find((one) => one.id === id);
  const stage = result.stages.find((one) => one.stage === item?.stage);
  const letter = item?.mlTest === undefined ? undefined : sectionOf(item.mlTest.code);
  const section = result.mlTestScore.sections.find((one) => one.id === letter);
  const changes = [
    stage && [stageTitle(stage.stage), shareText(stage.score), shareText(then.stageScore)],
    section && [
      `section ${section.title}`,
      numberText(sectionScore(section, result.mlTestScore)),
      numberText(then.section),
    ],
    ["ML Test Score", numberText(result.mlTestScore.final), numberText(then.mlTestScore)],
    ["overall", shareText(result.overall), shareText(then.overall)],
  ];
  return changes
    .flatMap((change) =>
      change === undefined || change[1] === change[2] ? [] : [`${change[0]} ${change[1]} → ${change[2]}`],
    )
    .join(", ");
}

/** `35 % → 52 %` */
export function step<T>(before: T, after: T, show: (value: T) => string): string {
  return `${show(before)} → ${show(after)}`;
}

/** What became of an item: its verdicts, and its levels where only these differ. */
export function changeText({ before, after }: ItemChange): string {
  if (before.verdict !== after.verdict) return step(before.verdict, after.verdict, String);
  return `${after.verdict}, evidence ${step(before.level, after.level, levelText)}`;
}

/** The stages of which items were asked, each with its items and its score. */
export function stagesOf({ result }: ChecklistReport): readonly (StageScore & {
  readonly title: string;
  readonly items: readonly ItemResult[];
})[] {
  return result.stages.map((stage) => ({
    ...stage,
    title: stageTitle(stage.stage),
    items: result.items.filter((item) => item.stage === stage.stage),
  }));
}

/** Items that do not apply, together with others that do not for the same reason. */
export function byReason(items: readonly ItemResult[]): readonly { readonly reason: string; readonly ids: string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { id, reason } of items) groups.set(reason, [...(groups.get(reason) ?? []), id]);
  return [...groups].map(([reason, ids]) => ({ reason, ids }));
}

/** What the team left out, with its reasons. */
export function leftOut({ result }: ChecklistReport): readonly ItemResult[] {
  return result.items.filter(({ waived }) => waived);
}

export function leftOutText({ id, reason }: ItemResult): string {
  return `${id}: ${reason}`;
}

export function unreadableText({ path, reason }: UnreadableFile): string {
  return `${path}: ${reason}`;
}

/** Some of a list, and how many are left. */
export function firstOf<T>(list: readonly T[], most: number): readonly [shown: readonly T[], left: number] {
  // One more line says as much as that there is one more.
  return list.length <= most + 1 ? [list, 0] : [list.slice(0, most), list.length - most];
}
