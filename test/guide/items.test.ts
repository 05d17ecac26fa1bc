import { deepEqual, equal, ok } from "node:assert/strict";
import { builtInGuide } from "../../src/guide/guide.js";
import { sectionOf } from "../../src/guide/item.js";
import { allRules as rules } from "../../src/project/project-rules/all-rules.js";

const { items } = builtInGuide();

/** In their order: id, automation, test of the ML Test Score, severity, weight, level of a pass, points of a person's word. */
const expected = `
  PLAN-01 P - major 1 attested 1
  PLAN-02 A - major 1 L2 0.5
  PLAN-03 H - major 1 attested 1
  PLAN-04 A - major 1 L2 0.5
  PLAN-05 H - minor 1 attested 1
  DATA-01 A D1 major 1 L3 0.5
  DATA-02 A - major 1 L4 0.5
  DATA-03 P D2 minor 0.5 L3 0.5
  DATA-04 P D3 minor 0.5 L3 0.5
  DATA-05 A D4 minor 0.75 L3 0.5
  DATA-06 P D5 blocker 1 L3 0.5
  DATA-07 H D6 minor 0.5 attested 1
  DATA-08 A D7 major 1 L3 0.5
  DATA-09 A - major 1 L3 0.5
  DATA-10 P - minor 0.75 L3 0.5
  DATA-11 A - blocker 1.5 L2 0.5
  DATA-12 A - blocker 1.5 findings 0.5
  DATA-13 A - major 1 L3 0.5
  DATA-14 P - major 0.75 L3 0.5
  BASE-01 P - major 1 L3 1
  BASE-02 A M5 major 1 L4 0.5
  TRAIN-01 A I1 major 1 L3 0.5
  TRAIN-02 A - blocker 1 L2 0.5
  TRAIN-03 A - minor 0.5 L2 0.5
  TRAIN-04 A - major 1 L3 0.5
  TRAIN-05 A M3 major 1 L3 0.5
  TRAIN-06 A - major 1 L3 0.5
  TRAIN-07 A I2 major 1 L3 0.5
  TRAIN-08 A - blocker 1.5 findings 0.5
  TRAIN-09 A O5 major 1 L3 0.5
  TRAIN-10 A - minor 0.75 L2 0.5
  TRAIN-11 A - major 1 L3 0.5
  TRAIN-12 A - major 1 L2 0.5
  TRAIN-13 P M1 major 1 L3 0.5
  TRAIN-14 P I5 minor 0.75 L3 0.5
  TEST-01 A - blocker 1.5 L4 0.5
  TEST-02 A - minor 0.5 L4 0.5
  TEST-03 A I3 major 1 L4 0.5
  TEST-04 A I4 blocker 1.5 L4 0.5
  TEST-05 A M6 major 1 L3 0.5
  TEST-06 P M7 major 1 L3 0.5
  TEST-07 A - minor 0.75 L3 0.5
  TEST-08 H M2 major 1 attested 1
  TEST-09 P - minor 0.5 L3 0.5
  DEPLOY-01 A - major 1 L3 0.5
  DEPLOY-02 A - major 0.75 L3 0.5
  DEPLOY-03 A - major 1 L4 0.5
  DEPLOY-04 A - major 1 L3 0.5
  DEPLOY-05 P - major 1 L3 0.5
  DEPLOY-06 A - major 1 L4 0.5
  DEPLOY-07 A I6 blocker 1 L3 0.5
  DEPLOY-08 P I7 blocker 1 L3 1
  DEPLOY-09 A - blocker 1.5 L2 0.5
  DEPLOY-10 A - major 1 L2 0.5
  DEPLOY-11 A - major 1 L3 0.5
  DEPLOY-12 A - major 1 L4 0.5
  MON-01 A O1 major 1 L3 0.5
  MON-02 A O2 major 1 L3 0.5
  MON-03 A O3 blocker 1.5 L3 0.5
  MON-04 P M4 minor 0.75 L3 0.5
  MON-05 P O4 major 1 L3 0.5
  MON-06 A O6 blocker 1.5 L3 0.5
  MON-07 P O7 major 1 L3 0.5
  MON-08 A - major 1 L3 0.5
  MON-09 A - major 1 L3 0.5
  MON-10 P - major 1 L3 0.5
  MON-11 P - minor 0.75 L3 0.5
  MON-12 P - major 1 L3 0.5
  TEAM-01 P - minor 0.5 L3 1
  TEAM-02 A - minor 0.5 L2 0.5
`;

describe("the items of the checklist", () => {
  it("are the seventy that were decided on, in order, each with its numbers", () => {
    const found = items.map((item) =>
      [item.id, item.automation, item.mlTestScore ?? "-", item.severity, item.weight, item.passLevel].concat(
        item.attestedPoints,
      ),
    );
    deepEqual(
      found.map((fields) => fields.join(" ")),
      expected.trim().split(/\n\s*/),
    );
  });

  it("are spread over the stages", () => {
    deepEqual(countsOf(items.map(({ stage }) => stage)), {
      ...{ planning: 5, data: 14, baseline: 2, training: 14, testing: 9, deployment: 12, monitoring: 12, team: 2 },
    });
  });

  it("are answered by files, by files in part, and by people alone", () => {
    deepEqual(countsOf(items.map(({ automation }) => automation)), { P: 20, A: 46, H: 4 });
  });

  it("have twelve blockers", () => {
    equal(items.filter(({ severity }) => severity === "blocker").length, 12);
  });

  it("answer the 28 tests of the ML Test Score one to one, seven in each section", () => {
    const codes = items.flatMap(({ mlTestScore }) => mlTestScore ?? []);
    equal(new Set(codes).size, 28);
    equal(codes.length, 28);
    deepEqual(countsOf(codes.map((code) => sectionOf(code) ?? "none")), { D: 7, M: 7, I: 7, O: 7 });
  });

  it("name rules that there are", () => {
    const known = new Set(rules.map(({ meta }) => meta.id));
    for (const { id, rules: named } of items) for (const rule of named) ok(known.has(rule), `${id}: ${rule}`);
  });

  it("say why, what counts, what does not, and what a pass takes", () => {
    for (const { id, why, counts, doesNotCount, verdict } of items) {
      ok(/^[A-Z].*\.$/.test(why), id);
      ok(counts.length > 0 && doesNotCount.length > 0, id);
      ok(verdict.pass !== "" && !Object.values(verdict).includes("-"), id);
    }
  });

  it("give the full points for a person's word only where a pass names it", () => {
    for (const { id, automation, passLevel, attestedPoints, verdict } of items) {
      const named = automation === "H" || passLevel === "attested" || /attest/.test(verdict.pass);
      equal(attestedPoints, named ? 1 : 0.5, id);
    }
  });
});

function countsOf(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
