import { deepEqual, equal, ok } from "node:assert/strict";
import { compareRuns } from "../../src/checklist/compare.js";
import { runChecklist } from "../../src/checklist/run.js";
import { type RecordedItem, readRunRecord, runRecord, type RunRecord } from "../../src/checklist/trend.js";
import { makeProject } from "./make.js";
import { everything, options, proven } from "./whole-runs.js";

const record = (items: Readonly<Record<string, RecordedItem>>, more: Partial<RunRecord> = {}): RunRecord => ({
  ...{ version: 1, date: "2026-06-01", items, mlTestScore: 1, stages: {}, openQuestions: 0 },
  ...more,
});
const at = (verdict: RecordedItem["verdict"], level: RecordedItem["level"] = "L2"): RecordedItem => ({
  verdict,
  level,
});
const ids = (changes: readonly { readonly id: string }[]): string[] => changes.map(({ id }) => id);

describe("runRecord", () => {
  it("keeps verdicts, levels and scores, and neither paths nor code", async () => {
    const result = await runChecklist(makeProject({ profile: everything }), options({ detectors: proven }));
    const kept = runRecord(result, "2026-06-01", "abc123");
    deepEqual(kept.items["DATA-02"], { verdict: "pass", level: "L4" });
    deepEqual([Object.keys(kept.items).length, kept.commit, kept.stages["data"] !== undefined], [70, "abc123", true]);
    const text = JSON.stringify(kept);
    for (const word of ["train.py", "a call", "/"]) ok(!text.replace(/n\/a/g, "").includes(word), word);
    deepEqual(readRunRecord(text), kept);
  });

  it("has no commit outside of git", async () => {
    ok(!("commit" in runRecord(await runChecklist(makeProject(), options()), "2026-06-01", undefined)));
  });
});

describe("readRunRecord", () => {
  for (const text of ["", "[]", "{}", '{"version":2}', '{"version":1,"date":3}', "not json"]) {
    it(`takes ${text === "" ? "nothing" : text} for no run`, () => equal(readRunRecord(text), undefined));
  }

  it("leaves out what is odd", () => {
    const text = JSON.stringify({
      ...{ version: 1, date: "2026-06-01", mlTestScore: 2, stages: { data: 1, team: "high" }, openQuestions: "some" },
      items: { A: at("pass"), B: { verdict: "fine", level: "L2" }, C: 7 },
    });
    deepEqual(readRunRecord(text), record({ A: at("pass") }, { mlTestScore: 2, stages: { data: 1 } }));
  });
});

describe("compareRuns", () => {
  it("tells better from worse, by verdict and then by level", () => {
    const before = { A: at("fail"), B: at("pass"), C: at("partial"), D: at("partial", "L3"), E: at("pass") };
    const after = { A: at("partial"), B: at("attested"), C: at("partial", "L3"), D: at("partial"), E: at("pass") };
    const { better, worse, moved } = compareRuns(record(before), record(after));
    deepEqual([ids(better), ids(worse), ids(moved)], [["A", "C"], ["B", "D"], []]);
  });

  it("takes what is left out now, or no longer, for neither", () => {
    const { better, worse, moved } = compareRuns(
      record({ A: at("fail"), B: at("n/a") }),
      record({ A: at("n/a"), B: at("fail") }),
    );
    deepEqual([better, worse, ids(moved)], [[], [], ["A", "B"]]);
  });

  it("orders the verdicts", () => {
    const order = ["fail", "unknown", "human", "partial", "attested", "pass"] as const;
    for (const [index, verdict] of order.entries()) {
      const others = order.slice(index + 1);
      for (const other of others)
        deepEqual(ids(compareRuns(record({ A: at(verdict) }), record({ A: at(other) })).better), ["A"]);
      for (const other of others)
        deepEqual(ids(compareRuns(record({ A: at(other) }), record({ A: at(verdict) })).worse), ["A"]);
    }
  });

  it("names items that only one run has, and compares the numbers", () => {
    const before = record({ A: at("pass") }, { stages: { data: 0.5 } });
    const after = record({ B: at("pass") }, { stages: { data: 0.25, team: 1 }, mlTestScore: 2, openQuestions: 3 });
    const { added, removed, stages, mlTestScore, openQuestions } = compareRuns(before, after);
    deepEqual([added, removed], [["B"], ["A"]]);
    deepEqual(stages, [
      { stage: "data", before: 0.5, after: 0.25 },
      { stage: "team", before: undefined, after: 1 },
    ]);
    deepEqual(
      [mlTestScore, openQuestions],
      [
        { before: 1, after: 2 },
        { before: 0, after: 3 },
      ],
    );
  });
});
