import { equal, ok } from "node:assert/strict";
import { type DetectorResult, reaches } from "../../src/checklist/evidence.js";
import { mlTestPoints } from "../../src/checklist/ml-test-score.js";
import { pointsOf } from "../../src/checklist/points.js";
import { judge } from "../../src/checklist/verdict.js";
import type { ChecklistItem } from "../../src/guide/content.js";
import { builtInGuide } from "../../src/guide/guide.js";
import { circumstances, found, objection, says } from "./make.js";

const levels = ["L1", "L2", "L3", "L4"] as const;
const { items } = builtInGuide();

/** What an item's verdict is worth, in both scores. */
function worth(item: ChecklistItem, result: DetectorResult, word?: "pass"): number {
  const { verdict } = judge(item, result, circumstances({ word: word && says(word) }));
  return (pointsOf(verdict, item) ?? 0) + mlTestPoints(verdict, result.evidence, result.objections.length > 0);
}

describe("verdicts of all items", () => {
  it("never get worse with more evidence", () => {
    for (const item of items) {
      const steps = [found([]), ...levels.map((level) => found([level]))].map((result) => worth(item, result));
      for (const [index, step] of steps.entries())
        ok(index === 0 || step >= (steps[index - 1] ?? 0), `${item.id} ${steps.join()}`);
    }
  });

  it("never get better by an objection, nor by what cannot be read", () => {
    for (const item of items) {
      for (const level of levels) {
        const without = worth(item, found([level]));
        for (const allows of ["partial", "fail"] as const) {
          ok(
            worth(item, found([level], { objections: [objection(allows)] })) <= without,
            `${item.id} ${level} ${allows}`,
          );
        }
        ok(worth(item, found([level], { unreadable: [{ path: "a.py", reason: "too-large" }] })) <= without, item.id);
      }
    }
  });

  it("never get worse by a person's yes", () => {
    for (const item of items) {
      for (const result of [found([]), ...levels.map((level) => found([level]))]) {
        ok(worth(item, result, "pass") >= worth(item, result), `${item.id} ${result.evidence[0]?.level ?? "L0"}`);
      }
    }
  });

  it("pass by the files alone exactly where the level is reached and no word is needed", () => {
    for (const item of items) {
      for (const level of levels) {
        const { verdict } = judge(item, found([level]), circumstances());
        const { passLevel, attestedPoints } = item;
        const isReached =
          passLevel === "findings" ? level !== "L1" : passLevel !== "attested" && reaches(level, passLevel);
        equal(verdict === "pass", isReached && attestedPoints === 0.5, `${item.id} ${level}`);
      }
    }
  });

  it("fail without evidence exactly where an item can fail", () => {
    for (const item of items) {
      const { verdict } = judge(item, found([]), circumstances());
      const canFail = item.verdict.fail !== undefined && item.passLevel !== "findings";
      equal(verdict, canFail ? "fail" : "human", item.id);
    }
  });
});
