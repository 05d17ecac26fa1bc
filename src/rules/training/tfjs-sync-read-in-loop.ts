import { blockingReads } from "../../knowledge/tfjs.js";
import { surroundingsOf } from "../../semantics/code/surroundings.js";
import type { Model } from "../../semantics/model.js";
import { blockingReadsInLoops } from "../../semantics/tfjs/blocking-reads.js";
import type { Call } from "../../syntax/expressions.js";
import { defineRule, type ReportEdit } from "../rule.js";
import { nameOf, shorten, suggest } from "../wording.js";

export default defineRule({
  meta: {
    id: "tfjs-sync-read-in-loop",
    stage: "training",
    languages: ["typescript"],
    severity: "warning",
    preset: "recommended",
    summary: "A loop waits for the GPU with `dataSync` or `arraySync`",
    why: "A synchronous read stops the page until the GPU has done all its work: in a loop the picture freezes, and the GPU idles between the turns.",
    fix: "Read with `await tensor.data()` or `await tensor.array()`, and less often than in every turn where that will do.",
    guide: "training/debugging#reading-tensors-in-a-page",
    sources: [{ title: "TensorFlow.js: dataSync", url: "https://js.tensorflow.org/api/latest/#tf.Tensor.dataSync" }],
    fixable: "suggestion",
    libraries: ["@tensorflow/tfjs"],
    topics: ["tensorflowJs"],
    since: "0.1.0",
  },

  examples: [
    {
      language: "typescript",
      bad: `import * as tf from "@tensorflow/tfjs";

async function draw() {
  const level = tf.tidy(() => tf.browser.fromPixels(video).mean());
  meter.value = level.dataSync()[0];
  level.dispose();
  requestAnimationFrame(draw);
}
`,
      good: `import * as tf from "@tensorflow/tfjs";

async function draw() {
  const level = tf.tidy(() => tf.browser.fromPixels(video).mean());
  meter.value = (await level.data())[0];
  level.dispose();
  requestAnimationFrame(draw);
}
`,
    },
  ],

  *check(model) {
    for (const { event, where } of blockingReadsInLoops(model)) {
      const at = nameOf(model, event.call);
      const name = shorten(model.text(at), 40);
      const other = blockingReads.get(event.method ?? "") ?? "data";
      const what = { render: "every frame", train: "every step of the training", loop: "every turn of the loop" }[
        where
      ];
      yield {
        at,
        message: `\`${name}\` stops the page in ${what} until the GPU is done: \`await\` \`${other}()\` instead.`,
        fixes: suggest(`Wait for \`${other}()\``, awaiting(model, event.call, other)),
      };
    }
  },
});

function awaiting(model: Model, call: Call, method: string): ReportEdit | undefined {
  if (surroundingsOf(model.form).functions.get(call)?.isAsync !== true || call.callee.kind !== "Attribute")
    return undefined;
  return { start: call.start, end: call.end, newText: `(await ${model.text(call.callee.object)}.${method}())` };
}
