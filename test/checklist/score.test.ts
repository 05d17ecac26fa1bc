import { deepEqual, equal, ok } from "node:assert/strict";
import { builtInGuide } from "../../src/guide/guide.js";
import { bandCases } from "./band-cases.js";
import { mlTestPoints, mlTestScore, type TestPoints } from "../../src/checklist/ml-test-score.js";
import { pointsOf } from "../../src/checklist/points.js";
import { overallScore, stageScores } from "../../src/checklist/score.js";
import { verdicts } from "../../src/checklist/verdict.js";
import { evidence } from "./make.js";

const codes = builtInGuide().items.flatMap(({ mlTestScore: code }) => code ?? []);
const tests = (points: (code: string) => number | undefined): TestPoints[] =>
  codes.map((code) => ({ code, points: points(code) ?? 0, applies: points(code) !== undefined }));

describe("points", () => {
  it("are those of the verdict, and of an attestation those of the item", () => {
    const points = (attestedPoints: number) => verdicts.map((verdict) => pointsOf(verdict, { attestedPoints }));
    deepEqual(verdicts, ["pass", "partial", "fail", "human", "attested", "n/a", "unknown"]);
    deepEqual(points(0.5), [1, 0.5, 0, 0, 0.5, undefined, 0]);
    deepEqual(points(1), [1, 0.5, 0, 0, 1, undefined, 0]);
  });
});

describe("stageScores", () => {
  it("are weighted means of what applies", () => {
    deepEqual(
      stageScores([
        { stage: "data", weight: 1.5, points: 1 },
        { stage: "data", weight: 0.5, points: 0 },
        { stage: "data", weight: 5, points: undefined },
        { stage: "team", weight: 1, points: undefined },
      ]),
      [
        { stage: "data", score: 0.75, applicable: 2 },
        { stage: "team", score: undefined, applicable: 0 },
      ],
    );
  });

  it("survive items without weight", () => {
    equal(stageScores([{ stage: "data", weight: 0, points: 1 }])[0]?.score, undefined);
  });
});

describe("overallScore", () => {
  const score = (stage: string, value: number | undefined) => ({ stage, score: value, applicable: 1 });

  it("is the lowest of the five stages that decide", () => {
    equal(overallScore([score("planning", 0.1), score("data", 0.9), score("testing", 0.4), score("baseline", 0)]), 0.4);
  });

  it("leaves out stages in which nothing applies", () => {
    equal(overallScore([score("data", 0.9), score("monitoring", undefined)]), 0.9);
    equal(overallScore([score("monitoring", undefined), score("team", 1)]), undefined);
  });
});

describe("mlTestPoints", () => {
  it("gives a full point only for what is wired and runs again and again", () => {
    const points = (level: "L2" | "L3" | "L4", repeatedBy?: "ci" | "schedule" | "pipeline") =>
      mlTestPoints("pass", [evidence(level, repeatedBy === undefined ? {} : { repeatedBy })], false);
    deepEqual([points("L3", "ci"), points("L4", "schedule"), points("L3", "pipeline")], [1, 1, 1]);
    deepEqual([points("L2", "ci"), points("L3"), points("L4")], [0.5, 0.5, 0.5]);
  });

  it("wants level and repetition of one piece of evidence", () => {
    equal(mlTestPoints("pass", [evidence("L4"), evidence("L2", { repeatedBy: "ci" })], false), 0.5);
  });

  it("gives half for a person's word, and for what is half", () => {
    const repeated = [evidence("L3", { repeatedBy: "ci" })];
    deepEqual([mlTestPoints("attested", repeated, false), mlTestPoints("partial", repeated, true)], [0.5, 0.5]);
    equal(mlTestPoints("partial", [evidence("L2")], false), 0.5);
  });

  it("gives a full point to a test that runs by itself, gating or not", () => {
    equal(mlTestPoints("partial", [evidence("L3", { repeatedBy: "ci" })], false), 1);
  });

  it("gives nothing for anything else", () => {
    const all = [evidence("L4", { repeatedBy: "ci" })];
    for (const verdict of ["fail", "human", "unknown", "n/a"] as const) equal(mlTestPoints(verdict, all, false), 0);
  });
});

describe("mlTestScore", () => {
  it("is the lowest of four sums of seven", () => {
    const { final, sections } = mlTestScore(
      tests((code) => ({ D: 1, M: 0.5, I: 1, O: 0.5 })[code.charAt(0)]),
      "zero",
    );
    deepEqual(
      sections.map(({ id, sum, tests: count }) => [id, sum, count]),
      [
        ["D", 7, 7],
        ["M", 3.5, 7],
        ["I", 7, 7],
        ["O", 3.5, 7],
      ],
    );
    equal(final, 3.5);
  });

  it("counts what does not apply as zero, or leaves it out, and shows both numbers", () => {
    const points = tests((code) => (code.startsWith("O") && code !== "O1" ? undefined : 0.5));
    const zero = mlTestScore(points, "zero");
    deepEqual([zero.final, zero.withNotApplicableAsZero, zero.withoutNotApplicable], [0.5, 0.5, 3.5]);
    equal(mlTestScore(points, "leave-out").final, 3.5);
  });

  it("leaves out whole sections in which nothing applies", () => {
    const { final, withoutNotApplicable } = mlTestScore(
      tests((code) => (code.startsWith("O") ? undefined : 1)),
      "leave-out",
    );
    deepEqual([final, withoutNotApplicable], [7, 7]);
    deepEqual(
      mlTestScore(
        tests(() => undefined),
        "leave-out",
      ).final,
      0,
    );
  });

  for (const [sum, label, band] of bandCases) {
    it(`calls ${sum} ${label}: ${band}`, () => {
      const score = mlTestScore(
        tests((code) => Math.min(1, Math.max(0, sum - (Number(code.slice(1)) - 1)))),
        "zero",
      );
      equal(score.final, sum);
      equal(score.label, label);
      ok(score.band.includes(band));
    });
  }
});
