import assert from "node:assert/strict";
import { expandSnippet } from "../../src/guide/expand-snippet.js";
import { placeSnippet } from "../../src/server/snippet-place.js";
import { applyOffsetEdit } from "../../src/server/workspace-edit.js";
import type { FormModule } from "../../src/syntax/form.js";
import { notebookForm } from "../../src/syntax/notebook/notebook-form.js";
import { readPython } from "../../src/syntax/python/lower.js";
import { readTypeScript } from "../../src/syntax/typescript/parse.js";

/** The text after a snippet was inserted, with the defaults of its places, for a finding at `f()` or `late`. */
function placed(form: FormModule, snippet: string, part = { start: 0, end: form.text.length }): string {
  const start = form.text.slice(part.start).search(/f\(\)|\blate\b/) + part.start;
  const { imports, ...edit } = placeSnippet(form, { start, end: start + 3 }, part, snippet);
  const newText = expandSnippet(edit.text);
  const inserted = applyOffsetEdit(form.text, { start: edit.start, end: edit.start, newText });
  if (imports === undefined) return inserted;
  assert.ok(imports.start < edit.start);
  return applyOffsetEdit(inserted, { ...imports, end: imports.start });
}

const python = (text: string, snippet: string): string => placed(readPython(text), snippet);
const typescript = (text: string, snippet: string): string => placed(readTypeScript(text, { path: "a.ts" }), snippet);

function inCell(texts: readonly string[], index: number, snippet: string): string {
  const cells = texts.map((text) => ({
    ...{ kind: "code", language: "python", text, executionCount: undefined, outputs: [] },
  })) as Parameters<typeof notebookForm>[0]["cells"];
  const form = notebookForm({ cells });
  const part = form.notebook?.[index];
  assert.ok(part);
  const before = form.text.length - part.end;
  const changed = placed(form, snippet, part);
  return changed.slice(part.start, changed.length - before);
}

const definition = "import torch\n\n\ndef check(${1:model}):\n    return ${1:model}\n$0\n";
const check = "def check(model):\n    return model\n";
const lines = "from cuts import cut, mix\n\nSHARE = ${1:0.2}\nparts = cut(SHARE)\n$0\n";
const seed = "torch.manual_seed(${1:42})\n";

describe("a snippet with a function", () => {
  for (const [where, before, after] of [
    ["above the function with the finding", "def g():\n    f()\n", `import torch\n\n\n${check}\n\ndef g():\n    f()\n`],
    [
      "and its imports below those of the file",
      "import os  # Paths.\n\n\ndef g():\n    return [\n        f()\n    ]\n",
      `import os  # Paths.\nimport torch\n\n\n${check}\n\ndef g():\n    return [\n        f()\n    ]\n`,
    ],
    ["without imports that are there", "import torch\nf()\n", `import torch\n\n\n${check}\n\nf()\n`],
    [
      "above decorators and the comment there",
      "import torch\n\n# Why.\n@g\ndef h():\n    f()\n",
      `import torch\n\n\n${check}\n\n# Why.\n@g\ndef h():\n    f()\n`,
    ],
    ["below the mark of a cell", "import torch\n# %% a\nf()\n", `import torch\n# %% a\n\n\n${check}\n\nf()\n`],
    ["below what is said of the file", "# MIT\nimport torch\nf()\n", `# MIT\nimport torch\n\n\n${check}\n\nf()\n`],
    [
      "above a class, not in it",
      "import torch\n\n\nclass A:\n    def g(self):\n        f()\n",
      `import torch\n\n\n${check}\n\nclass A:\n    def g(self):\n        f()\n`,
    ],
    [
      "above a chain of conditions",
      "import torch\nif a:\n    g()\nelif f():\n    g()\n",
      `import torch\n\n\n${check}\n\nif a:\n    g()\nelif f():\n    g()\n`,
    ],
    [
      "below the imports, for a finding in one",
      "import late\nimport torch\n\nx = 1\n",
      `import late\nimport torch\n\n\n${check}\n\nx = 1\n`,
    ],
    ["at the end, where nothing else is", "import torch, late", `import torch, late\n\n\n${check}`],
    [
      "with Windows line ends",
      "import torch\r\nf()\r\n",
      `import torch\n\n\n${check}\n\nf()\n`.replaceAll("\n", "\r\n"),
    ],
  ] as const) {
    it(`goes ${where}`, () => assert.equal(python(before, definition), after));
  }

  it("is indented as the file is", () => {
    const tabbed = "def check(model):\n\treturn model\n$0";
    assert.equal(python("def g():\n  f()\n", tabbed), "def check(model):\n  return model\n\n\ndef g():\n  f()\n");
  });

  it("goes above what is exported, in TypeScript", () => {
    const snippet = 'import * as tf from "@tensorflow/tfjs";\n\nfunction g() {\n  return ${1:1};\n}\n$0';
    const file = 'import * as tf from "@tensorflow/tfjs";\n\nexport const train = async () => {\n  f();\n};\n';
    const [imports, rest] = file.split("\n\n");
    assert.equal(typescript(file, snippet), `${imports}\n\nfunction g() {\n  return 1;\n}\n\n${rest}`);
  });
});

describe("a snippet of other lines", () => {
  for (const [where, before, after] of [
    [
      "above the statement with the finding",
      "from cuts import cut, mix\nx = [\n    f()\n]\n",
      "from cuts import cut, mix\n\nSHARE = 0.2\nparts = cut(SHARE)\n\nx = [\n    f()\n]\n",
    ],
    [
      "as far to the right as that",
      "import cuts\n\ndef g():\n    f()\n",
      "import cuts\nfrom cuts import cut, mix\n\ndef g():\n    SHARE = 0.2\n    parts = cut(SHARE)\n\n    f()\n",
    ],
    [
      "apart from the line above",
      "from cuts import mix\nx = 1\nf()\n",
      "from cuts import mix\nfrom cuts import cut\nx = 1\n\nSHARE = 0.2\nparts = cut(SHARE)\n\nf()\n",
    ],
    [
      "with its imports, where the file has none",
      "f()\n",
      "from cuts import cut, mix\n\nSHARE = 0.2\nparts = cut(SHARE)\n\nf()\n",
    ],
    [
      "above both statements of a line",
      "from cuts import (\n    cut, mix)\na = 1; f()\n",
      "from cuts import (\n    cut, mix)\n\nSHARE = 0.2\nparts = cut(SHARE)\n\na = 1; f()\n",
    ],
  ] as const) {
    it(`goes ${where}`, () => assert.equal(python(before, lines), after));
  }

  it("goes right above, when it is one line", () => {
    assert.equal(python("x = 1\nf()\n", seed), "x = 1\ntorch.manual_seed(42)\nf()\n");
  });

  it("goes into the function that is handed to a call, in TypeScript", () => {
    assert.equal(
      typescript("run(async () => {\n  const a = f();\n});\n", "const x = ${1:1};\n$0"),
      "run(async () => {\n  const x = 1;\n  const a = f();\n});\n",
    );
  });

  it("leaves what an arrow function gives alone", () => {
    assert.equal(typescript("run(() =>\n  f());\n", "const x = ${1:1};\n$0"), "const x = 1;\nrun(() =>\n  f());\n");
  });
});

describe("a snippet in a notebook", () => {
  it("goes into the cell, with what no cell imports", () => {
    assert.equal(inCell(["import torch", "%%time\nf()"], 1, definition), `%%time\n\n\n${check}\n\nf()`);
    assert.equal(inCell(["x = 1", "f()"], 1, definition), `import torch\n\n\n${check}\n\nf()`);
  });

  it("goes to the end of a cell of imports", () => {
    assert.equal(inCell(["import late", "x = 1"], 0, seed), "import late\ntorch.manual_seed(42)");
  });
});
