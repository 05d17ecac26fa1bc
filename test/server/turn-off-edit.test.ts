import assert from "node:assert/strict";
import { turnOffEdit } from "../../src/server/turn-off-edit.js";
import { applyOffsetEdit } from "../../src/server/workspace-edit.js";

function turnedOff(text: string, path = "src/a.py"): string | undefined {
  const edit = turnOffEdit(text, "x", path);
  return edit && applyOffsetEdit(text, edit);
}

describe("turning a rule off in a configuration's text", () => {
  for (const [what, before, after] of [
    ["an empty file", "", "rules:\n  x: off\n"],
    ["a file of comments", "# ours\n", "# ours\nrules:\n  x: off\n"],
    ["a file without rules", "preset: strict", "preset: strict\nrules:\n  x: off\n"],
    ["Windows line ends", "preset: strict\r\n", "preset: strict\r\nrules:\r\n  x: off\r\n"],
    [
      "rules with comments",
      "rules:\n    # noisy\n    a: off # yes\n",
      "rules:\n    # noisy\n    x: off\n    a: off # yes\n",
    ],
    ["an empty mapping", "rules: {}\nexclude: []\n", "rules: { x: off }\nexclude: []\n"],
    ["a mapping in braces", "rules: {a: off} # keep\n", "rules: {a: off, x: off} # keep\n"],
    ["rules without anything", "rules:\npreset: all\n", "rules:\n  x: off\npreset: all\n"],
    ["a level", "rules:\n  x: error # for now\n", "rules:\n  x: off # for now\n"],
    ["everything in braces", "{preset: strict}\n", "{preset: strict, rules: { x: off }}\n"],
  ] as const) {
    it(`in ${what}`, () => assert.equal(turnedOff(before), after));
  }

  it("where an entry of paths sets it for the file", () => {
    const text = "rules:\n  x: hint\npaths:\n  - files: src/**\n    rules: {x: error}\n";
    assert.equal(turnedOff(text), text.replace("x: error", "x: off"));
    assert.equal(turnedOff(text, "lab/a.py"), text.replace("x: hint", "x: off"));
  });

  it("not where the text is no configuration", () => {
    assert.equal(turnedOff("rules: [\n"), undefined);
    assert.equal(turnedOff("- a\n"), undefined);
    assert.equal(turnedOff("rules: [a]\n"), undefined);
  });
});
