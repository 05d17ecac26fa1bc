import type { Model } from "../../semantics/model.js";
import { disposalAfter, tidyAround } from "../../semantics/tfjs/giving-back.js";
import { tensorLeaks, type TensorLeak } from "../../semantics/tfjs/leaks.js";
import { defineRule, type Report } from "../rule.js";
import { alsoAt, nameOf, shorten, suggest } from "../wording.js";

export default defineRule({
  meta: {
    id: "tfjs-tensor-leak",
    stage: "training",
    languages: ["typescript"],
    severity: "warning",
    preset: "recommended",
    summary: "A tensor that is made again and again is never given back",
    why: "TensorFlow.js does not collect tensors: what neither `tidy` nor `dispose` gives back stays in the memory of the GPU, and every step of a chain makes one more.",
    fix: "Wrap synchronous steps in `tf.tidy` and return what is needed; dispose what an `await` keeps alive after its last use.",
    guide: "training/debugging#tensors-and-their-memory",
    sources: [
      { title: "TensorFlow.js: memory", url: "https://www.tensorflow.org/js/guide/tensors_operations#memory" },
      { title: "TensorFlow.js: tf.tidy", url: "https://js.tensorflow.org/api/latest/#tidy" },
    ],
    fixable: "suggestion",
    libraries: ["@tensorflow/tfjs"],
    topics: ["tensorflowJs"],
    since: "0.1.0",
  },

  examples: [
    {
      language: "typescript",
      bad: `import * as tf from "@tensorflow/tfjs";

export function brightness(image: HTMLImageElement): number {
  const pixels = tf.browser.fromPixels(image);
  const mean = pixels.mean();
  return mean.dataSync()[0];
}
`,
      good: `import * as tf from "@tensorflow/tfjs";

export function brightness(image: HTMLImageElement): number {
  return tf.tidy(() => {
    const pixels = tf.browser.fromPixels(image);
    const mean = pixels.mean();
    return mean.dataSync()[0];
  });
}
`,
    },
    {
      language: "typescript",
      title: "A name that is given a new tensor leaves the old one behind.",
      bad: `import * as tf from "@tensorflow/tfjs";

let total: tf.Tensor = tf.zeros([10]);
for (const row of rows) {
  total = tf.tidy(() => total.add(tf.tensor1d(row)));
}
total.print();
`,
      good: `import * as tf from "@tensorflow/tfjs";

let total: tf.Tensor = tf.zeros([10]);
for (const row of rows) {
  const before = total;
  total = tf.tidy(() => before.add(tf.tensor1d(row)));
  before.dispose();
}
total.print();
`,
    },
  ],

  *check(model) {
    for (const leak of tensorLeaks(model)) yield report(model, leak);
  },
});

function report(model: Model, leak: TensorLeak): Report {
  const { call, name, overwrittenBy, statement } = leak;
  const at = nameOf(model, call);
  const tidy = tidyAround(model, leak);
  const fixes = suggest("Wrap the function in `tf.tidy`", tidy);
  if (overwrittenBy !== undefined) {
    const target = model.text(overwrittenBy.targets[0] ?? at);
    if (overwrittenBy !== statement) {
      const message = `\`${target}\` is given another tensor below before this one is disposed: wrap the steps in \`tf.tidy\`.`;
      return { at, message, fixes, related: alsoAt(overwrittenBy, model, `\`${target}\` is given another one here.`) };
    }
    const message = `Each turn gives \`${target}\` a new tensor, and the one before is never disposed: keep it under a name and dispose it.`;
    return { at, message, fixes };
  }
  if (name === undefined) {
    const message = `Nothing can dispose the tensor that \`${shorten(model.text(at), 40)}\` makes here: wrap the steps in \`tf.tidy\`, or give it a name and dispose it.`;
    return { at, message, fixes };
  }
  const message = `\`${name.id}\` is never disposed: dispose it after its last use, or wrap the steps in \`tf.tidy\`.`;
  const dispose = suggest(`Dispose \`${name.id}\` after its last use`, disposalAfter(model, leak));
  return { at, message, fixes: tidy === undefined ? dispose : fixes };
}
