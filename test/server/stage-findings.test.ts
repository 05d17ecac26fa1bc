import assert from "node:assert/strict";
import { defaultSettings } from "../../src/protocol.js";
import type { ListedFinding } from "../../src/server/scan/messages.js";
import { stageFindings } from "../../src/server/stage-findings.js";

const position = { line: 1, column: 1 };
const found: ListedFinding = {
  ...{ rule: "x", stage: "data", severity: "error", message: "", start: position, end: position },
};
const settings = {
  of: () => Promise.resolve(defaultSettings),
  peek: () => defaultSettings,
  forget: () => undefined,
  clear: () => undefined,
};

describe("what notebooks weigh in a stage", () => {
  const read = new Map([
    ["/project/explore.ipynb", [{ ...found, cell: 2 }]],
    ["/project/train.py", [found]],
  ]);
  const stage = stageFindings("/project", read, { outcomes: () => [] }, settings).get("data");

  it("is less: their errors count as warnings, and are shown as what they are", () => {
    assert.deepEqual(stage?.counts, { error: 1, warning: 1, info: 0, hint: 0 });
    assert.deepEqual(
      stage.findings.map(({ severity }) => severity),
      ["error", "error"],
    );
  });

  it("puts them after the files that others rely on", () => {
    assert.deepEqual(
      stage?.findings.map(({ path, cell }) => [path, cell]),
      [
        ["train.py", undefined],
        ["explore.ipynb", 2],
      ],
    );
  });
});
