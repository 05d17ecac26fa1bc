import assert from "node:assert/strict";
import type { RunRecord } from "../../src/checklist/trend.js";
import { withRun } from "../../src/server/checklist/history.js";

function record(
  verdict: RunRecord["items"][string]["verdict"],
  date: string,
  more: Partial<RunRecord> = {},
): RunRecord {
  const numbers = { mlTestScore: 0, stages: { data: 0.5 }, openQuestions: 1 };
  return { version: 1, date, items: { "DATA-01": { verdict, level: "L1" } }, ...numbers, ...more };
}

describe("the history of runs", () => {
  const first = withRun([], record("fail", "2026-05-01"));

  it("begins with the first run, which is compared with nothing", () => {
    assert.equal(first.changes, undefined);
    assert.deepEqual(first.earlier, []);
    assert.equal(first.kept.length, 1);
  });

  it("names the run that a run is compared with, and its commit", () => {
    const kept = withRun([], record("fail", "2026-05-01", { commit: "0123456789abcdef" })).kept;
    const { changes, earlier } = withRun(kept, record("pass", "2026-05-02"));
    assert.equal(changes?.since, "the run of 2026-05-01 at 0123456789");
    assert.deepEqual(
      changes.comparison.better.map(({ id }) => id),
      ["DATA-01"],
    );
    assert.deepEqual(
      earlier.map(({ date }) => date),
      ["2026-05-01"],
    );
  });

  it("keeps on showing the last change while nothing changes", () => {
    const second = withRun(first.kept, record("pass", "2026-05-02"));
    const third = withRun(second.kept, record("pass", "2026-05-03", { commit: "another" }));
    assert.deepEqual(third.kept, second.kept);
    assert.equal(third.changes?.since, "the run of 2026-05-01");
    const unchanged = withRun(first.kept, record("fail", "2026-05-02"));
    assert.deepEqual(unchanged.changes?.comparison.better, []);
    assert.deepEqual(unchanged.earlier, []);
  });

  it("keeps the last twenty, and drops what is no run", () => {
    let kept: readonly string[] = ["{", "[]", JSON.stringify({ version: 2 })];
    for (let count = 0; count < 30; count++) {
      kept = withRun(kept, record("fail", `2026-05-${count}`, { openQuestions: count })).kept;
    }
    assert.equal(kept.length, 20);
    assert.match(kept.at(-1) ?? "", /2026-05-29/);
  });
});
