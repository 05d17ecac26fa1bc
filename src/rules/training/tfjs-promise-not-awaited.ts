import type { Model } from "../../semantics/model.js";
import { surroundingsOf } from "../../semantics/code/surroundings.js";
import { loosePromises, type LoosePromise } from "../../semantics/tfjs/promises.js";
import { defineRule, type Report, type ReportEdit } from "../rule.js";
import { alsoAt, nameOf, shorten, suggest } from "../wording.js";

export default defineRule({
  meta: {
    id: "tfjs-promise-not-awaited",
    stage: "training",
    languages: ["typescript"],
    severity: "warning",
    preset: "recommended",
    summary: "Nobody waits for a promise of TensorFlow.js",
    why: "Training, saving, loading and reading a tensor give promises: without `await` the next line runs before they are done, and their errors are lost.",
    fix: "`await` the call, return its promise, or handle it with `then` and `catch`.",
    guide: "training/training-loop#waiting-for-promises",
    sources: [
      { title: "TensorFlow.js: LayersModel.fit", url: "https://js.tensorflow.org/api/latest/#tf.LayersModel.fit" },
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

export async function train(model: tf.LayersModel, inputs: tf.Tensor, labels: tf.Tensor) {
  model.fit(inputs, labels, { epochs: 20, validationSplit: 0.2 });
  await model.save("indexeddb://prices");
}
`,
      good: `import * as tf from "@tensorflow/tfjs";

export async function train(model: tf.LayersModel, inputs: tf.Tensor, labels: tf.Tensor) {
  await model.fit(inputs, labels, { epochs: 20, validationSplit: 0.2 });
  await model.save("indexeddb://prices");
}
`,
    },
    {
      language: "typescript",
      title: "A promise is not what it will give.",
      bad: `import * as tf from "@tensorflow/tfjs";

export async function mean(values: tf.Tensor) {
  return tf.tidy(() => values.mean()).data()[0];
}
`,
      good: `import * as tf from "@tensorflow/tfjs";

export async function mean(values: tf.Tensor) {
  return (await tf.tidy(() => values.mean()).data())[0];
}
`,
    },
  ],

  *check(model) {
    for (const promise of loosePromises(model)) yield report(model, promise);
  },
});

function report(model: Model, { event, usedAt }: LoosePromise): Report {
  const at = nameOf(model, event.call);
  const name = shorten(model.text(at), 40);
  const fixes = suggest(`Await \`${name}\``, awaiting(model, event.call, usedAt !== undefined));
  if (usedAt === undefined)
    return {
      at,
      message: `Nobody waits for \`${name}\`: the next line runs before it is done, and its errors are lost. \`await\` it.`,
      fixes,
    };
  const isHere = usedAt.start <= event.call.end && event.call.start <= usedAt.end;
  const message = `\`${name}\` gives a promise, which is used here as if it were the result: \`await\` it.`;
  const later = `\`${name}\` gives a promise, which is used below as if it were the result: \`await\` it.`;
  const related = isHere ? [] : alsoAt(usedAt, model, "The promise is used here.");
  return { at, message: isHere ? message : later, related, fixes };
}

function awaiting(model: Model, call: LoosePromise["event"]["call"], isPart: boolean): ReportEdit | undefined {
  const { functions } = surroundingsOf(model.form);
  const form = functions.get(call);
  const isModule = model.form.body.some(({ kind }) => kind === "Import");
  if (form === undefined ? !isModule : !form.isAsync) return undefined;
  const text = model.text(call);
  return { start: call.start, end: call.end, newText: isPart ? `(await ${text})` : `await ${text}` };
}
