import { deepEqual, equal } from "node:assert/strict";
import { compareRuns } from "../../src/checklist/compare.js";
import { checklistContract } from "../../src/checklist/contract.js";
import { readEarlierRun } from "../../src/checklist/earlier-run.js";
import { runChecklist } from "../../src/checklist/run.js";
import { runRecord } from "../../src/checklist/trend.js";
import { makeProject } from "./make.js";
import { everything, options, proven } from "./whole-runs.js";

const result = () => runChecklist(makeProject({ profile: everything }), options({ detectors: proven }));

describe("readEarlierRun", () => {
  it("reads the same from a record and from a report", async () => {
    const run = await result();
    const record = runRecord(run, "2026-06-01", "abc");
    const { items, mlTestScore, stages, openQuestions } = record;
    deepEqual(readEarlierRun(JSON.stringify(record)), record);
    deepEqual(readEarlierRun(JSON.stringify(checklistContract(run))), { items, mlTestScore, stages, openQuestions });
  });

  it("compares with what it reads", async () => {
    const run = await result();
    const before = readEarlierRun(JSON.stringify(checklistContract(run)));
    const { better, worse, moved } = compareRuns(before!, runRecord(run, "2026-06-02", undefined));
    deepEqual([better, worse, moved], [[], [], []]);
  });

  it("leaves out what is odd", async () => {
    const contract = checklistContract(await result());
    const odd = [null, 3, { id: 4 }, { id: "A", verdict: "great", level: "L1" }, { id: "B", verdict: "pass" }];
    const items = [...odd, { id: "C", verdict: "pass", level: "L2" }];
    const read = readEarlierRun(JSON.stringify({ ...contract, items, stages: { data: null, team: 0.5 } }));
    deepEqual(read?.items, { C: { verdict: "pass", level: "L2" } });
    deepEqual(read.stages, { team: 0.5 });
  });

  for (const text of [
    "",
    "{}",
    "[1]",
    '{"version":1,"findings":[],"files":{}}',
    '{"version":1,"items":[],"mlTestScore":{"score":1}}',
    '{"version":1,"date":"2026-01-01","items":{},"mlTestScore":1}',
    '{"version":2,"items":[{"id":"A","verdict":"pass","level":"L2"}],"mlTestScore":{"score":1}}',
  ]) {
    it(`takes ${text === "" ? "nothing" : text} for no run`, () => equal(readEarlierRun(text), undefined));
  }
});
