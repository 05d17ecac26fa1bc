import assert from "node:assert/strict";
import { buildModel } from "../../../src/semantics/model.js";
import { readTypeScript } from "../../../src/syntax/typescript/parse.js";
import { inMemoryWorkspace } from "../../rules/in-memory-workspace.js";
import { sketch } from "../trace.js";

/** What each call of `show` is given, in a file of a workspace. */
function shown(text: string, files: Readonly<Record<string, string>> = {}, path = "main.ts"): string[] {
  const workspace = inMemoryWorkspace({ ...files, [path]: text });
  const model = buildModel({ path, form: readTypeScript(text, { path }) }, workspace);
  return model.calls
    .filter((event) => model.text(event.call).startsWith("show("))
    .map((event) => event.args.positional.map(sketch).join(", "));
}

const head = 'import * as tf from "@tensorflow/tfjs";\n';

describe("names in TypeScript and JavaScript", () => {
  it("are those of the library, however it is loaded", () => {
    const ways = [
      'import tf from "@tensorflow/tfjs";',
      'import * as tf from "https://cdn.jsdelivr.net/npm/@tensorflow/tfjs@4.22.0/+esm";',
      'import * as tf from "https://esm.sh/@tensorflow/tfjs@4";',
      'import * as tf from "npm:@tensorflow/tfjs";',
      'const tf = await import("@tensorflow/tfjs");',
      'const tf = require("@tensorflow/tfjs-node").default;',
      'const { default: tf } = require("@tensorflow/tfjs");',
      'import tf = require("@tensorflow/tfjs-node-gpu");',
    ];
    for (const way of ways)
      assert.deepEqual(shown(`${way}\nshow(tf.layers.dense);`), ["@tensorflow/tfjs.layers.dense"], way);
    assert.deepEqual(shown('import { csv } from "@tensorflow/tfjs-data";\nshow(csv);'), ["@tensorflow/tfjs.data.csv"]);
    assert.deepEqual(shown('import { tidy } from "https://esm.sh/@tensorflow/tfjs";\nshow(tidy);'), [
      "@tensorflow/tfjs.tidy",
    ]);
  });

  it("may be globals of the page", () => {
    assert.deepEqual(shown("show(tf.tidy, ort.InferenceSession, tfvis.show);"), [
      "@tensorflow/tfjs.tidy, onnxruntime-web.InferenceSession, @tensorflow/tfjs-vis.show",
    ]);
  });

  it("come from other files by every kind of export", () => {
    const uses = `const { train, size } = require("./lib");\nshow(train(2), size);\n${head}`;
    for (const lib of [
      "module.exports = { train: (n) => n, size: 3 };",
      "exports.train = (n) => n;\nmodule.exports.size = 3;",
      "function train(n) { return n; }\nconst size = 3;\nmodule.exports = { train, size };",
      "export const train = (n) => n;\nexport const size = 3;",
    ])
      assert.deepEqual(shown(uses, { "lib.js": lib }, "main.js"), ["2, 3"], lib);
    const whole = `const train = require("./lib");\nshow(train(2));\n${head}`;
    assert.deepEqual(shown(whole, { "lib.js": "module.exports = function train(n) { return n; };" }), ["2"]);
    const named = `import def, { train } from "./lib";\nshow(train(2), def.train(4));\n${head}`;
    assert.deepEqual(shown(named, { "lib.cjs": "", "lib.js": "module.exports = { train: (n) => n };" }), ["2, 4"]);
  });

  it("come through files that hand them on", () => {
    const files = {
      "lib/index.ts": 'export * from "./deep";\nexport { one as uno } from "./deep";',
      "lib/deep.ts": "export const one = 1;",
    };
    assert.deepEqual(
      shown(
        `import { one, uno } from "./lib";\nimport * as lib from "./lib";\nshow(one, uno, lib.one);\n${head}`,
        files,
      ),
      ["1, 1, 1"],
    );
  });
});

describe("functions that are handed on in TypeScript", () => {
  it("are given what the array or the promise holds", () => {
    assert.deepEqual(shown(`${head}[1, 1].forEach((n) => show(n));`), ["1"]);
    assert.deepEqual(shown(`${head}const twice = [1].map((n) => tf.scalar(n));\ntwice.forEach((t) => show(t));`), [
      "call",
    ]);
    assert.deepEqual(shown(`${head}tf.loadLayersModel("m").then((model) => show(model));`), ["call"]);
    assert.deepEqual(
      shown(`${head}tf.tidy(f);
async function f() { const [a, b] = await Promise.all([1, 2]);\nshow(a, b); }`),
      ["1, 2"],
    );
    assert.deepEqual(shown(`${head}const y = tf.tidy(() => 5 + n);\nshow(tf.tidy("name", () => [y]));`), [
      "builtins.list",
    ]);
  });

  it("run when nobody in sight calls them", () => {
    const handlers = [
      "button.onclick = async () => { tf.ready(); show(1); };",
      "export default { methods: { async train() { tf.ready(); show(1); } } };",
      "const App = () => <button onClick={() => { tf.ready(); show(1); }} />;",
      "export function App() { const train = useCallback(async () => { tf.ready(); show(1); }, []); return train; }",
      "function f() { return { train: function () { tf.ready(); show(1); } }; }",
    ];
    for (const handler of handlers) assert.deepEqual(shown(head + handler, {}, "main.tsx"), ["1"], handler);
  });

  it("know the object of the method that an arrow stands in", () => {
    const text = `${head}class A { n = 1; listen() { return () => show(this.n, tf.tidy); } }\nnew A().listen();`;
    assert.deepEqual(shown(text), ["1, @tensorflow/tfjs.tidy"]);
  });
});

describe("scripts of components", () => {
  it("are followed as other scripts", () => {
    const vue = `<template><p @click="run">{{ a < b }}</p></template>\n<script setup lang="ts">\n${head}show(tf.tidy);\n</script>\n`;
    assert.deepEqual(shown(vue, {}, "App.vue"), ["@tensorflow/tfjs.tidy"]);
  });
});
