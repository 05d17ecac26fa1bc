import { deepEqual, equal, ok } from "node:assert/strict";
import { detected } from "../../src/checklist/evidence.js";
import { runChecklist } from "../../src/checklist/run.js";
import { evidence, makeProject } from "./make.js";
import { everything, items, options, proven, signed } from "./whole-runs.js";

describe("nextActions", () => {
  it("begin with the lowest section, blockers before others, then what has a beginning", async () => {
    const some = new Map(
      [...proven].filter(([id]) => !["MON-06", "MON-02", "MON-05", "TEST-01", "TEAM-02"].includes(id)),
    );
    const begun = new Map([
      ...some,
      ["MON-05", () => detected({ evidence: [evidence("L2")], missing: ["An alert."] })],
    ] as const);
    const attestations = signed(
      ...items
        .filter(({ passLevel, attestedPoints }) => passLevel === "attested" || attestedPoints === 1)
        .map(({ id }) => `item: ${id}, verdict: pass`),
    );
    const { nextActions, mlTestScore } = await runChecklist(
      makeProject({ profile: everything }),
      options({ detectors: begun, attestations }),
    );
    deepEqual(
      mlTestScore.sections.map(({ sum }) => sum),
      [6.5, 6.5, 7, 4.5],
    );
    deepEqual(
      nextActions.map(({ id }) => id),
      ["MON-06", "MON-05", "MON-02", "TEST-01", "TEAM-02"],
    );
    deepEqual(
      nextActions.map(({ then }) => then.mlTestScore),
      [5.5, 5, 5.5, 4.5, 4.5],
    );
    equal(nextActions[1]?.todo, "An alert.");
    ok((nextActions[3]?.then.stageScore ?? 0) > 0.99);
  });

  it("promise of a person's word what it gives", async () => {
    const others = new Map([...proven].filter(([id]) => id !== "TEST-08"));
    const { nextActions } = await runChecklist(makeProject({ profile: everything }), options({ detectors: others }));
    const action = nextActions.find(({ id }) => id === "TEST-08");
    deepEqual([action?.byPerson, action?.then.section], [true, 6.5]);
  });
});
