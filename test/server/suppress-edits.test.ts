import assert from "node:assert/strict";
import { readSuppressions } from "../../src/engine/suppress.js";
import type { Finding } from "../../src/rules/rule.js";
import { suppressInFile, suppressOnLine } from "../../src/server/suppress-edits.js";
import { applyOffsetEdit } from "../../src/server/workspace-edit.js";
import { LineIndex } from "../../src/syntax/line-index.js";
import { readPython } from "../../src/syntax/python/lower.js";
import { readTypeScript } from "../../src/syntax/typescript/parse.js";
import type { FormModule } from "../../src/syntax/form.js";

const python = (text: string): FormModule => readPython(text);
const typescript = (text: string): FormModule => readTypeScript(text, { path: "a.tsx" });

function findingAt(text: string, mark: string): Finding {
  const start = text.indexOf(mark);
  const range = new LineIndex(text).range({ start, end: start + mark.length });
  return {
    ...range,
    ...{ rule: "x", path: "a.py", severity: "warning", message: "", stage: "data", guide: "", related: [], fixes: [] },
  };
}

/** The text with the finding at `f()` suppressed on its line, proven by reading its comments again. */
async function onLine(text: string, read = python): Promise<string | undefined> {
  const edit = await suppressOnLine(read(text), findingAt(text, "f()"), (changed) => Promise.resolve(read(changed)));
  if (edit === undefined) return undefined;
  const result = applyOffsetEdit(text, edit);
  const start = result.indexOf("f()");
  assert.ok(readSuppressions(read(result), new LineIndex(result)).covering("x", { start, end: start + 3 }), result);
  return result;
}

function inFile(text: string, read = python): string {
  return applyOffsetEdit(text, suppressInFile(read(text), "x"));
}

describe("suppressing a finding on its line", () => {
  for (const [what, before, after] of [
    ["at the line's end", "a = f()\nb = 1\n", "a = f()  # preflight: ignore[x]\nb = 1\n"],
    ["on a last line without an end", "a = f()", "a = f()  # preflight: ignore[x]"],
    ["after another comment", "a = f()  # noqa\n", "a = f()  # noqa  # preflight: ignore[x]\n"],
    [
      "in the comment that is there",
      "a = f()  # preflight: ignore[b] -- why\n",
      "a = f()  # preflight: ignore[b, x] -- why\n",
    ],
    ["in the comment above", "# preflight: ignore[b]\na = f()\n", "# preflight: ignore[b, x]\na = f()\n"],
    [
      "in a comment that named no rule",
      "a = f()  # preflight: ignore -- why\n",
      "a = f()  # preflight: ignore[x] -- why\n",
    ],
    ["in empty brackets", "a = f()  # preflight: ignore[]\n", "a = f()  # preflight: ignore[x]\n"],
    [
      "above a line that ends in a string",
      'if a:\n    b = f(), """\n"""\n',
      'if a:\n    # preflight: ignore[x]\n    b = f(), """\n"""\n',
    ],
    ["above a line that goes on", "a = f() + \\\n    1\n", "# preflight: ignore[x]\na = f() + \\\n    1\n"],
    ["with Windows line ends", "a = f()\r\nb = 1\r\n", "a = f()  # preflight: ignore[x]\r\nb = 1\r\n"],
  ] as const) {
    it(what, async () => assert.equal(await onLine(before), after));
  }

  it("not at all between two strings' ends", async () => {
    assert.equal(await onLine('a = """\n""", f(), """\n"""\n'), undefined);
  });

  it("in TypeScript, but never inside a template", async () => {
    assert.equal(await onLine("const a = f();\n", typescript), "const a = f();  // preflight: ignore[x]\n");
    assert.equal(await onLine("g(f(), `\n`);\n", typescript), "// preflight: ignore[x]\ng(f(), `\n`);\n");
  });
});

describe("suppressing a rule in a file", () => {
  for (const [what, before, after] of [
    ["at the top", "a = 1\n", "# preflight: ignore-file[x]\na = 1\n"],
    [
      "after what must come first",
      "#!/usr/bin/python\n# -*- coding: latin-1 -*-\na = 1\n",
      "#!/usr/bin/python\n# -*- coding: latin-1 -*-\n# preflight: ignore-file[x]\na = 1\n",
    ],
    [
      "below the line that makes a script a notebook of Databricks",
      "# Databricks notebook source\r\na = 1\r\n",
      "# Databricks notebook source\r\n# preflight: ignore-file[x]\r\na = 1\r\n",
    ],
    [
      "below the header that jupytext reads",
      "# ---\n# jupyter:\n#   jupytext:\n# ---\n\n# %%\na = 1\n",
      "# ---\n# jupyter:\n#   jupytext:\n# ---\n# preflight: ignore-file[x]\n\n# %%\na = 1\n",
    ],
    [
      "above a line of dashes that begins no header",
      "# ---\na = 1\n# ---\n",
      "# preflight: ignore-file[x]\n# ---\na = 1\n# ---\n",
    ],
    ["in the comment that is there", "a = 1\n# preflight: ignore-file[b]\n", "a = 1\n# preflight: ignore-file[b, x]\n"],
  ] as const) {
    it(what, () => assert.equal(inFile(before), after));
  }

  it("in TypeScript", () => assert.equal(inFile("f();\n", typescript), "// preflight: ignore-file[x]\nf();\n"));
});
