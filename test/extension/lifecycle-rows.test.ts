import assert from "node:assert/strict";
import { changedRows } from "../../src/extension/views/changed-rows.js";
import { applyChange } from "../../src/extension/views/apply-change.js";
import { lifecycleRows, type LifecycleFilter, type LifecycleReader } from "../../src/extension/views/lifecycle-rows.js";
import type { Row } from "../../src/extension/views/row.js";
import type { Lifecycle } from "../../src/protocol.js";
import { allRows, english, finding, pytorch, rowAt, sample, stageFindings } from "./sample.js";

const nobody: LifecycleReader = { role: undefined, read: new Set<string>() };

function rowsOf(lifecycle: Lifecycle, filter: LifecycleFilter = "all", reader = nobody): readonly Row[] {
  return lifecycleRows(lifecycle, filter, reader, english);
}

describe("the rows of the lifecycle", () => {
  const withFindings = applyChange(sample, {
    root: "/project",
    findings: { train: stageFindings(finding(4), finding(9)) },
  });

  it("are the stages in the guide's order, with what there is in each", () => {
    const rows = rowsOf(sample);
    assert.deepEqual(
      rows.map(({ label }) => label),
      ["Start", "Train", "Look"],
    );
    assert.deepEqual(
      rows[0]?.children?.map(({ label, description }) => `${label}: ${description ?? ""}`),
      ["Guide: 1", "Readings: 0 of 2 read", "Findings: none", "Checklist: 1, not run yet", "Tools in use: none seen"],
    );
  });

  it("have an id each, and something to say", () => {
    const rows = allRows(rowsOf({ ...withFindings, tools: { "T-pytorch": pytorch } }));
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
    for (const { id, spoken, label } of rows) assert.ok(spoken.trim() !== "" && label.trim() !== "", id);
  });

  it("count the findings of a stage in words, in the icon and in what is spoken", () => {
    const row = rowAt(rowsOf(withFindings), "stage/train");
    assert.equal(row.description, "2 findings · 2 readings");
    assert.equal(row.icon?.name, "warning");
    assert.equal(row.spoken, "Train, stage 2 of 3: 2 findings, 2 readings");
  });

  it("lose the count with the last finding", () => {
    const cleared = applyChange(withFindings, { root: "/project", findings: { train: null } });
    assert.equal(rowAt(rowsOf(cleared), "stage/train").description, "2 readings");
    assert.equal(rowAt(rowsOf(cleared), "stage/train").icon?.name, "circle-large-outline");
  });

  it("lead from a finding to its place", () => {
    const row = rowAt(rowsOf(withFindings), "stage/train/findings").children?.[0];
    assert.deepEqual(row?.opens, { kind: "place", uri: "file:///project/src/train.py", line: 4, column: 4 });
    assert.equal(row.description, "train.py:5");
    assert.equal(row.spoken, "Warning, It is wrong., src/train.py line 5");
  });

  it("says the cell of a finding in a notebook, and leads there", () => {
    const inCell = { ...finding(4), uri: "file:///explore.ipynb", path: "explore.ipynb", cell: 3 };
    const rows = rowsOf({ ...sample, findings: { train: stageFindings(inCell) } });
    const row = allRows(rows).find(({ subject }) => subject?.kind === "finding");
    assert.equal(row?.description, "explore.ipynb cell 3:5");
    assert.match(row.spoken, /explore\.ipynb cell 3 line 5/);
    assert.ok(row.opens?.kind === "place");
    assert.equal(row.opens.cell, 3);
  });

  it("stand under their rules when there are many, the rule with the most first, with how many are not listed", () => {
    const counts = { error: 0, warning: 70, info: 0, hint: 0 };
    const listed = Array.from({ length: 50 }, (_, line) => finding(line, `It is wrong, ${line}.`));
    const other = { ...finding(1), rule: "another-rule" };
    const many = { counts, rules: { "another-rule": 1, "some-rule": 69 }, findings: [other, ...listed] };
    const row = rowAt(rowsOf({ ...sample, findings: { train: many } }), "stage/train/findings");
    assert.equal(row.description, "70");
    assert.deepEqual(
      row.children?.map(({ label, description }) => [label, description]),
      [
        ["some-rule", "69"],
        ["another-rule", "1"],
      ],
    );
    assert.deepEqual(row.children[0]?.subject, { kind: "finding", rule: "some-rule" });
    assert.equal(row.children[0].spoken, "Warning, some-rule: 69 findings");
    assert.equal(row.children[0].children?.at(-1)?.label, "19 more");
  });

  it("say where nothing was found how much was looked at", () => {
    const words = (state: Lifecycle["check"]["state"]): string | undefined =>
      rowAt(rowsOf({ ...sample, check: { state, files: 1, of: 3 } }), "stage/train/findings").description;
    assert.deepEqual((["off", "reading", "stopped", "done"] as const).map(words), [
      "none in the open files",
      "none so far",
      "none so far",
      "none",
    ]);
  });

  it("lead from a question of the checklist to its page", () => {
    const row = rowAt(rowsOf(sample), "stage/start/checklist/PLAN-01");
    assert.deepEqual(row.opens, { kind: "page", page: "/guide/items/PLAN-01.md" });
  });

  it("show the tools of a stage with what gives them away", () => {
    const rows = rowsOf({ ...sample, tools: { "T-pytorch": pytorch } });
    const tool = rowAt(rows, "stage/train/tools/T-pytorch");
    assert.equal(tool.description, "3 places");
    assert.deepEqual(
      tool.children?.map(({ label, description }) => [label, description]),
      [
        ["torch", "train.py:3"],
        ["2 more places", undefined],
      ],
    );
    assert.equal(rowAt(rows, "stage/start/tools").children, undefined);
  });

  it("say that tools are still looked for", () => {
    const reading: Lifecycle = { ...sample, scan: { state: "reading", files: 10 } };
    assert.equal(rowAt(rowsOf(reading), "stage/train/tools").description, "looking");
  });

  it("count what is read, and mark a stage whose readings are all read", () => {
    const one = { role: undefined, read: new Set(["R-1"]) };
    assert.equal(rowAt(rowsOf(sample, "all", one), "stage/start").description, "1 of 2 read");
    const both = { role: undefined, read: new Set(["R-1", "R-2"]) };
    assert.equal(rowAt(rowsOf(sample, "all", both), "stage/start").icon?.name, "pass");
  });

  it("keep readings that stand apart at the end, under their group", () => {
    const readings = rowAt(rowsOf(sample), "stage/train/readings").children ?? [];
    assert.deepEqual(
      readings.map(({ label }) => label),
      ["Training", "Elsewhere"],
    );
  });

  describe("filtered", () => {
    it("by findings are the findings alone", () => {
      const rows = rowsOf(withFindings, "findings");
      assert.deepEqual(
        rows.map(({ label, isOpenAtFirst }) => [label, isOpenAtFirst]),
        [["Train", true]],
      );
      assert.equal(rows[0]?.children?.length, 2);
      assert.deepEqual(rowsOf(sample, "findings"), []);
    });

    it("by tools are the tools alone", () => {
      const rows = rowsOf({ ...sample, tools: { "T-pytorch": pytorch } }, "tools");
      assert.deepEqual(
        rows.flatMap(({ label, children = [] }) => [label, ...children.map((child) => child.label)]),
        ["Train", "PyTorch"],
      );
    });

    it("by role are the stages that its path reads from, visits, or cannot do without", () => {
      const labels = (role: string): string[] =>
        rowsOf(sample, "role", { role, read: new Set() }).map(({ label }) => label);
      assert.deepEqual(labels("engineer"), ["Train", "Look"]);
      assert.deepEqual(labels("leader"), ["Start", "Train"]);
    });
  });
});

describe("a change of rows", () => {
  const before = rowsOf({ ...sample, findings: { train: stageFindings(finding(4)) } });

  it("touches nothing when everything is as it was", () => {
    const again = rowsOf({ ...sample, findings: { train: stageFindings(finding(4)) } });
    assert.deepEqual(changedRows(before, again), []);
  });

  it("touches the stage alone whose count changed", () => {
    const after = rowsOf({ ...sample, findings: { train: stageFindings(finding(4), finding(8)) } });
    assert.deepEqual(changedRows(before, after), ["stage/train"]);
  });

  it("touches the finding alone that moved", () => {
    const after = rowsOf({ ...sample, findings: { train: stageFindings(finding(5)) } });
    assert.deepEqual(changedRows(before, after), ["stage/train/findings/src/train.py/some-rule/It is wrong./0"]);
  });

  it("touches everything when stages came or went", () => {
    assert.equal(changedRows(before, before.slice(1)), "everything");
    assert.equal(changedRows([], before), "everything");
  });
});
