import { itemSeverities, sectionOf } from "../guide/item.js";
import { mlTestScore, type MlTestScore } from "./ml-test-score.js";
import { testPointsOf } from "./numbers.js";
import type { ItemResult } from "./result.js";
import { overallScore, type StageScore, stageScores } from "./score.js";

/** An item to work on, with what would be gained. */
export interface NextAction {
  readonly id: string;
  readonly question: string;
  /** The first of what is missing. */
  readonly todo: string;
  /** Closing it takes a person's word. */
  readonly byPerson: boolean;
  /** What the numbers would be once it is done, and nothing else changes. */
  readonly then: {
    readonly stageScore: number | undefined;
    readonly overall: number | undefined;
    readonly mlTestScore: number;
    /** The sum of its section of the ML Test Score. */
    readonly section: number | undefined;
  };
}

/**
 * What to do next: first the open items of the lowest section of the ML Test Score, because only they can raise it;
 * the gravest first; then what has a beginning already, because it is cheapest to lift.
 */
export function nextActions(
  items: readonly ItemResult[],
  stages: readonly StageScore[],
  score: MlTestScore,
): readonly NextAction[] {
  const lowest = new Set(score.sections.filter((section) => sumOf(section, score) === score.final).map(({ id }) => id));
  const inLowest = ({ mlTest }: ItemResult): boolean => {
    const section = mlTest === undefined ? undefined : sectionOf(mlTest.code);
    return section !== undefined && lowest.has(section);
  };
  const order = stages.map(({ stage }) => stage);
  const rank = (item: ItemResult): readonly number[] => [
    inLowest(item) ? 0 : 1,
    itemSeverities.indexOf(item.severity),
    item.level === "L0" ? 1 : 0,
    order.indexOf(item.stage),
  ];
  return items
    .filter(isOpen)
    .toSorted((a, b) => compare(rank(a), rank(b)))
    .map((item) => actionOn(item, items, score));
}

function isOpen(item: ItemResult): boolean {
  return (
    item.points !== undefined && (gainOf(item).points > item.points || gainOf(item).test > (item.mlTest?.points ?? 0))
  );
}

/** What is left to gain. Where files can never pass, a person's word is the most there is. */
function gainOf({ automation, passLevel, attestedPoints, mlTest }: ItemResult): Gain {
  const byPerson = automation === "H" || passLevel === "attested";
  return { points: byPerson ? attestedPoints : 1, test: mlTest === undefined ? 0 : byPerson ? 0.5 : 1, byPerson };
}

interface Gain {
  readonly points: number;
  readonly test: number;
  readonly byPerson: boolean;
}

function actionOn(item: ItemResult, items: readonly ItemResult[], score: MlTestScore): NextAction {
  const { points, test, byPerson } = gainOf(item);
  const mlTest = item.mlTest === undefined ? undefined : { ...item.mlTest, points: Math.max(test, item.mlTest.points) };
  const done: ItemResult = { ...item, verdict: byPerson ? "attested" : "pass", points, mlTest };
  const after = items.map((one) => (one === item ? done : one));
  const stages = stageScores(after);
  const then = mlTestScore(testPointsOf(after), score.notApplicable);
  const section = then.sections.find(({ id }) => mlTest !== undefined && id === sectionOf(mlTest.code));
  return {
    id: item.id,
    question: item.question,
    todo: item.missing[0] ?? item.asks[0] ?? item.reason,
    byPerson,
    then: {
      stageScore: stages.find(({ stage }) => stage === item.stage)?.score,
      overall: overallScore(stages),
      mlTestScore: then.final,
      section: section && sumOf(section, score),
    },
  };
}

function sumOf(section: MlTestScore["sections"][number], { notApplicable }: MlTestScore): number | undefined {
  return notApplicable === "zero" ? section.sum : section.withoutNotApplicable;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, one] of a.entries()) {
    const difference = one - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
