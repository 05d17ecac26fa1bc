import assert from "node:assert/strict";
import { usedLibraries } from "../../../src/semantics/code/libraries.js";
import { buildModel } from "../../../src/semantics/model.js";
import { emptyWorkspace } from "../../../src/semantics/workspace.js";
import { readPython } from "../../../src/syntax/python/lower.js";
import { readTypeScript } from "../../../src/syntax/typescript/parse.js";
import { inMemoryWorkspace } from "../../rules/in-memory-workspace.js";
import { sketch } from "../trace.js";

describe("libraries that a file uses", () => {
  it("Python: by top-level name, aliases resolved, wherever the import stands", () => {
    const used = usedLibraries(
      readPython(
        "import tensorflow.keras.layers as L\ndef f():\n    from sklearn.svm import SVC\nfrom .torch import x\n",
      ),
    );
    assert.deepEqual([...used].sort(), ["keras", "sklearn"]);
  });

  it("TypeScript: imports, require and the global of a script tag", () => {
    const used = (text: string): string[] => [...usedLibraries(readTypeScript(text, { path: "a.ts" }))].sort();
    assert.deepEqual(used('import * as tf from "@tensorflow/tfjs-node";'), ["@tensorflow/tfjs"]);
    assert.deepEqual(used('const brain = require("brain.js"); import x from "./torch";'), ["brain.js"]);
    assert.deepEqual(used("const x = tf.tensor([1]);"), ["@tensorflow/tfjs"]);
  });

  it("a file without one is not followed", () => {
    const model = buildModel({ path: "a.py", form: readPython("import os\nprint(os.getcwd())\n") }, emptyWorkspace);
    assert.equal(model.isMachineLearning, false);
    assert.equal(model.calls.length, 0);
  });
});

describe("a file that leaves its libraries to others", () => {
  const files = {
    "steps.py": "import torch\ndef train(net):\n    net.train()\n    torch.save(net, 'last.pt')\n",
    "ours/__init__.py": "from .inner import fit\n",
    "ours/inner.py": "from sklearn.svm import SVC\ndef fit(rows):\n    return SVC().fit(rows)\n",
    "words.py": "import torch\ndef upper(text):\n    return text.upper()\n",
  };
  const open = (text: string) =>
    buildModel({ path: "main.py", form: readPython(text) }, inMemoryWorkspace({ ...files, "main.py": text }));

  it("uses and mentions what the files that were followed with it do", () => {
    const model = open("from steps import train\nfor epoch in range(3):\n    train(net)\n");
    assert.equal(model.isMachineLearning, true);
    assert.deepEqual([model.uses("torch"), model.uses("sklearn")], [true, false]);
    assert.deepEqual([model.mentions(/last\.pt/), model.mentions(/SVC/)], [true, false]);
    assert.equal(open("from ours import fit\nfit(rows)\n").uses("sklearn"), true);
  });

  it("is followed only where it may train or score", () => {
    assert.equal(open("from words import upper\nprint(upper(text))\n").isMachineLearning, false);
    assert.equal(open("import steps\nprint(steps)\n").isMachineLearning, false);
  });
});

describe("TypeScript is followed on the same form", () => {
  function shown(text: string): string[] {
    const model = buildModel({ path: "a.ts", form: readTypeScript(text, { path: "a.ts" }) }, emptyWorkspace);
    return model.calls
      .filter((event) => model.text(event.call).startsWith("show("))
      .map((event) => event.args.positional.map(sketch).join(", "));
  }

  it("resolves namespaces, named imports and require", () => {
    assert.deepEqual(shown('import * as tf from "@tensorflow/tfjs";\nshow(tf.sequential);'), [
      "@tensorflow/tfjs.sequential",
    ]);
    assert.deepEqual(shown('import { sequential as s } from "@tensorflow/tfjs-node";\nshow(s);'), [
      "@tensorflow/tfjs.sequential",
    ]);
    assert.deepEqual(shown('const tf = require("@tensorflow/tfjs");\nshow(tf.layers.dense);'), [
      "@tensorflow/tfjs.layers.dense",
    ]);
    assert.deepEqual(shown("show(tf.train);"), ["@tensorflow/tfjs.train"]);
  });

  it("follows functions, classes, callbacks and destructuring", () => {
    const head = 'import * as tf from "@tensorflow/tfjs";\n';
    assert.deepEqual(shown(`${head}run(3);\nfunction run(n: number) { show(n); }`), ["3"]);
    assert.deepEqual(
      shown(`${head}class A { n = 1; constructor(m: number) { this.m = m; } go() { show(this.m); } }\nnew A(4).go();`),
      ["4"],
    );
    assert.deepEqual(shown(`${head}const { a, b: c } = { a: 1, b: 2 };\nshow(a, c);`), ["1, 2"]);
    assert.deepEqual(shown(`${head}tf.tidy(() => { show(5); });`), ["5"]);
    assert.deepEqual(shown(`${head}const f = async (x = 6) => { show(x); };\nawait f();`), ["6"]);
  });
});
