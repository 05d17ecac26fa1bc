import assert from "node:assert/strict";
import { checkWords } from "../../src/extension/views/check-words.js";
import { changedRows } from "../../src/extension/views/changed-rows.js";
import { type FolderMemory, folderRows } from "../../src/extension/views/folder-rows.js";
import { lifecycleRows } from "../../src/extension/views/lifecycle-rows.js";
import type { Row } from "../../src/extension/views/row.js";
import type { Lifecycle } from "../../src/protocol.js";
import { allRows, english, finding, pytorch, sample, stageFindings } from "./sample.js";

const nobody = { role: undefined, read: new Set<string>() };
const first = { name: "first", lifecycle: sample };
const second = {
  name: "second",
  lifecycle: {
    ...sample,
    root: "/second",
    findings: { train: stageFindings(finding(1)) },
    tools: { "T-pytorch": pytorch },
  },
};

describe("the rows of folders", () => {
  it("are the stages where there is one folder", () => {
    assert.deepEqual(folderRows([first], "all", nobody, english), lifecycleRows(sample, "all", nobody, english));
  });

  it("are a row each where there are several, with the stages below", () => {
    const rows = folderRows([first, second], "all", nobody, english);
    assert.deepEqual(
      rows.map(({ label, description, spoken }) => [label, description, spoken]),
      [
        ["first", undefined, "Folder first"],
        ["second", "1 finding · 1 tool", "Folder second, 1 finding, 1 tool"],
      ],
    );
    assert.deepEqual(
      rows[1]?.children?.map(({ label }) => label),
      sample.guide.stages.map(({ title }) => title),
    );
  });

  it("have an id each, though they are about the same stages", () => {
    const ids = allRows(folderRows([first, second], "all", nobody, english)).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it("leave out the folders of which a filter leaves nothing", () => {
    const rows = folderRows([first, second], "findings", nobody, english);
    assert.deepEqual(
      rows.map(({ label }) => label),
      ["second"],
    );
  });
});

describe("the rows of a stage", () => {
  it("are made anew only when something of the stage is another one", () => {
    const memories: FolderMemory = new Map();
    const rows = (lifecycle: Lifecycle): readonly Row[] =>
      folderRows([{ name: "first", lifecycle }], "all", { role: undefined, read: new Set() }, english, memories);
    const before = rows(sample);
    const after = rows({
      ...sample,
      findings: { train: stageFindings(finding(1)) },
      scan: { state: "done", files: 4 },
    });
    assert.deepEqual(
      after.map((row, index) => row === before[index]),
      sample.guide.stages.map(({ id }) => id !== "train"),
    );
    assert.deepEqual(changedRows(before, after), ["stage/train"]);
  });
});

describe("how far the folders are read", () => {
  const words = (state: "off" | "reading" | "stopped" | "done", scan: "reading" | "done" = "done"): readonly string[] =>
    checkWords(
      [
        { lifecycle: { scan: { state: scan, files: 5 }, check: { state, files: 2, of: 9 } } },
        { lifecycle: { scan: { state: "done", files: 3 }, check: { state: "done", files: 1, of: 1 } } },
      ],
      english,
    );

  it("is said of all of them together, and only while there is something to say", () => {
    assert.deepEqual(words("reading", "reading"), ["reading 8 files"]);
    assert.deepEqual(words("reading"), ["checking 3 of 10 files"]);
    assert.deepEqual(words("stopped"), ["halted after 3 of 10 files"]);
    assert.deepEqual(words("done"), []);
    assert.deepEqual(words("off"), []);
  });
});
