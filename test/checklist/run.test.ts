import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { checklistContract } from "../../src/checklist/contract.js";
import { detectors } from "../../src/checklist/detectors/index.js";
import { detected } from "../../src/checklist/evidence.js";
import type { Detectors } from "../../src/checklist/project.js";
import { runChecklist } from "../../src/checklist/run.js";
import type { Finding } from "../../src/rules/rule.js";
import { makeProfile, makeProject } from "./make.js";
import { allSigned, config, everything, items, options, proven, signed } from "./whole-runs.js";

describe("runChecklist", () => {
  it("answers every item, in order, and says honestly what it does not look for", async () => {
    const result = await runChecklist(makeProject({ profile: everything }), options());
    deepEqual(
      result.items.map(({ id }) => id),
      items.map(({ id }) => id),
    );
    for (const { verdict, lookedFor, reason } of result.items) {
      deepEqual([verdict, lookedFor], ["human", false]);
      match(reason, /does not look for this yet/);
    }
    deepEqual([result.openQuestions.length, result.mlTestScore.final, result.overall], [70, 0, 0]);
  });

  it("is ready when everything is proven and signed", async () => {
    const result = await runChecklist(
      makeProject({ profile: everything }),
      options({ detectors: proven, attestations: allSigned }),
    );
    deepEqual([result.gate.ready, result.gate.obstacles, result.openQuestions], [true, [], []]);
    // D6 and M2 are a person's to say, and so at most half a point.
    deepEqual(
      result.mlTestScore.sections.map(({ sum }) => sum),
      [6.5, 6.5, 7, 7],
    );
    equal(result.overall, 1);
    deepEqual(result.nextActions, []);
    ok(result.items.every(({ verdict }) => verdict === "pass" || verdict === "attested"));
  });

  it("leaves out deployment and monitoring of a library, with the reason", async () => {
    const result = await runChecklist(
      makeProject({ profile: makeProfile(["library"]) }),
      options({ detectors: proven }),
    );
    for (const { stage, verdict, reason } of result.items) {
      if (stage !== "deployment" && stage !== "monitoring") continue;
      equal(verdict, "n/a");
      match(reason, /^This is a library/);
    }
    equal(result.stages.find(({ stage }) => stage === "monitoring")?.score, undefined);
    deepEqual(
      [result.mlTestScore.withNotApplicableAsZero, result.mlTestScore.withoutNotApplicable !== undefined],
      [0, true],
    );
  });

  it("does not search for what is left out", async () => {
    const searched: string[] = [];
    const noting = new Map(items.map(({ id }) => [id, () => (searched.push(id), detected({}))]));
    await runChecklist(
      makeProject({ profile: makeProfile([]), config: config("{checks: {PLAN-01: {enabled: false, reason: small}}}") }),
      options({ detectors: noting }),
    );
    deepEqual(
      searched,
      items.filter(({ id, appliesWhen }) => appliesWhen === "always" && id !== "PLAN-01").map(({ id }) => id),
    );
  });

  it("keeps a waived blocker in sight", async () => {
    const attestations = signed("item: DATA-06, verdict: n/a, note: weather only");
    const waivedInConfig = config("{checks: {TRAIN-02: {enabled: false, reason: a throwaway}}}");
    const result = await runChecklist(
      makeProject({ profile: everything, config: waivedInConfig }),
      options({ attestations }),
    );
    deepEqual(
      result.gate.waivedBlockers.map(({ id }) => id),
      ["DATA-06", "TRAIN-02"],
    );
    match(result.gate.waivedBlockers[0]?.reason ?? "", /weather only/);
    ok(!result.gate.obstacles.some(({ of }) => of === "DATA-06" || of === "TRAIN-02"));
  });

  it("names every obstacle of the gate", async () => {
    const failing = new Map([...proven, ["TEST-01", () => detected({})]] as const);
    const result = await runChecklist(
      makeProject({ profile: everything }),
      options({ detectors: failing, attestations: allSigned.replace(/.*TEST-01.*\n/, "") }),
    );
    deepEqual(
      result.gate.obstacles.map(({ kind, of }) => [kind, of]),
      [["blocker", "TEST-01"]],
    );
    const none = await runChecklist(makeProject({ profile: everything }), options());
    const kinds = none.gate.obstacles.map(({ kind }) => kind);
    deepEqual(
      ["blocker", "stage", "ml-test-score"].map((kind) => kinds.filter((one) => one === kind).length),
      [12, 8, 1],
    );
  });

  it("goes by the team's limits, severities and weights", async () => {
    const lax = config(
      "{scoring: {stageMinimum: 0, mlTestScoreTarget: 0}, checks: {PLAN-05: {severity: blocker}, PLAN-01: {weight: 9}}}",
    );
    const result = await runChecklist(
      makeProject({ profile: everything, config: lax }),
      options({ attestations: signed("item: PLAN-01, verdict: pass") }),
    );
    ok(result.gate.obstacles.some(({ of }) => of === "PLAN-05"));
    equal(result.stages[0]?.score, 9 / 13);
  });

  it("reports attestations that expired, are of nothing, or of what does not apply", async () => {
    const attestations = [
      signed("item: PLAN-01, verdict: pass", "item: NONE-1, verdict: pass", "item: MON-01, verdict: pass"),
      "  - {who: Ada, date: 2020-01-01, item: PLAN-03, verdict: pass}",
    ].join("\n");
    const result = await runChecklist(makeProject({ profile: makeProfile(["library"]) }), options({ attestations }));
    deepEqual(
      result.attestationProblems.map(({ kind, item, start }) => [kind, item, start.line]),
      [
        ["orphaned", "NONE-1", 3],
        ["orphaned", "MON-01", 4],
        ["expired", "PLAN-03", 5],
      ],
    );
    const verdict = (id: string) => result.items.find((item) => item.id === id)?.verdict;
    deepEqual([verdict("PLAN-01"), verdict("PLAN-03")], ["attested", "human"]);
  });

  it("goes on when a detector fails, and says so", async () => {
    const broken: Detectors = new Map([
      [
        "DATA-01",
        () => {
          throw new Error("no such key");
        },
      ],
    ]);
    const result = await runChecklist(makeProject({ profile: everything }), options({ detectors: broken }));
    const item = result.items.find(({ id }) => id === "DATA-01");
    equal(item?.verdict, "unknown");
    match(item.reason, /the search failed: no such key/);
    equal(result.items.length, 70);
  });

  it("tells how far it is, and stops when told to", async () => {
    const stop = new Error("stopped");
    const onItem = (done: number): void => {
      if (done === 3) throw stop;
    };
    await rejects(runChecklist(makeProject(), options({ onItem })), stop);
  });

  it("asks the team's own items of files", async () => {
    const own = config(
      "{custom: [{id: ACME-01, stage: testing, question: Linked?, evidence: {files: [docs/legal/*.md], contains: Approved}, severity: blocker}]}",
    );
    const run = async (texts: Readonly<Record<string, string>>) => {
      const result = await runChecklist(makeProject({ config: own }, texts), options());
      const item = result.items.at(-1);
      return [item?.verdict, item?.evidence[0]?.line, result.gate.obstacles.some(({ of }) => of === "ACME-01")];
    };
    deepEqual(await run({ "docs/legal/a.md": "# A\n\nApproved by Ada" }), ["pass", 3, false]);
    deepEqual(await run({ "docs/legal/a.md": "# A\n" }), ["fail", 1, true]);
    deepEqual(await run({ "src/legal.md": "Approved" }), ["fail", undefined, true]);
  });

  it("takes what rules find in code that is no test as evidence", async () => {
    const at = { start: { line: 4, column: 1 }, end: { line: 4, column: 9 } };
    const found = (path: string, severity: Finding["severity"], rule = "missing-zero-grad"): Finding => ({
      ...{
        rule,
        path,
        severity,
        message: "Gradients pile up.",
        stage: "training",
        guide: "",
        related: [],
        fixes: [],
        ...at,
      },
    });
    const place = { path: "train.py", line: 7 };
    const profile = {
      ...everything,
      facts: { ...everything.facts, training: { value: true, why: "", places: [place] } },
    };
    const verdict = async (...findings: readonly Finding[]) =>
      (await runChecklist(makeProject({ profile, findings }), options({ detectors }))).items.find(
        ({ id }) => id === "TRAIN-08",
      )?.verdict;
    equal(await verdict(), "pass");
    equal(await verdict(found("train.py", "warning")), "partial");
    equal(await verdict(found("train.py", "error")), "fail");
    equal(
      await verdict(
        found("tests/test_train.py", "error"),
        found("train.py", "hint"),
        found("train.py", "error", "fit-before-split"),
      ),
      "pass",
    );
  });

  it("gives the JSON that others rely on", async () => {
    const result = await runChecklist(makeProject({ profile: everything }), options({ detectors: proven }));
    const contract = checklistContract(result);
    deepEqual(JSON.parse(JSON.stringify(contract)), contract);
    const item = contract.items.find(({ id }) => id === "DATA-02");
    deepEqual([item?.verdict, item?.level, item?.missing], ["pass", "L4", []]);
    deepEqual(item?.evidence, [{ path: "train.py", line: 3, what: "a call" }]);
    deepEqual(Object.keys(contract.stages).length, 8);
    deepEqual([contract.gate.ready, contract.mlTestScore.label], [true, "mission-critical"]);
  });
});
