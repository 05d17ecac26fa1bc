import type { Model } from "../../semantics/model.js";
import { tfjsFitsOf } from "../../semantics/tfjs/fits.js";
import { isScoredOnOthers } from "../../semantics/tfjs/scores.js";
import type { Call } from "../../syntax/expressions.js";
import { defineRule, type ReportEdit } from "../rule.js";
import { addArgument, nameOf, suggest } from "../wording.js";

export default defineRule({
  meta: {
    id: "tfjs-fit-without-validation",
    stage: "testing",
    languages: ["typescript"],
    severity: "warning",
    preset: "recommended",
    summary: "A TensorFlow.js model is trained and scored on no other rows",
    why: "The loss on the training rows falls even where the model learns them by heart; only rows that it has not seen tell whether it learned anything.",
    fix: "Pass `validationSplit` or `validationData` to `fit`, or call `evaluate` on held-out rows.",
    guide: "testing/held-out-evaluation#validation-during-training",
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

const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });
model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
await model.fit(inputs, labels, { epochs: 20 });
`,
      good: `import * as tf from "@tensorflow/tfjs";

const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });
model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
await model.fit(inputs, labels, { epochs: 20, validationSplit: 0.2 });
`,
    },
  ],

  *check(model) {
    const fits = tfjsFitsOf(model).filter(({ validates }) => validates === false);
    if (fits.length === 0 || isScoredOnOthers(model)) return;
    for (const { event } of fits) {
      const at = nameOf(model, event.call);
      yield {
        at,
        message: `\`${model.text(at)}\` sees the training rows only: pass \`validationSplit\` or \`validationData\`, or \`evaluate\` on held-out rows.`,
        fixes: suggest("Hold out 20 % of the rows for validation", holdOut(model, event.call)),
      };
    }
  },
});

function holdOut(model: Model, call: Call): ReportEdit | undefined {
  if (call.callee.kind !== "Attribute" || call.callee.name !== "fit") return undefined;
  const options = call.args[2]?.value;
  if (options === undefined) return addArgument(model, call, "{ validationSplit: 0.2 }");
  const last = options.kind === "Mapping" ? options.entries.at(-1)?.value : undefined;
  if (last === undefined || !/^[\s,]*\}$/.test(model.text({ start: last.end, end: options.end }))) return undefined;
  return { start: last.end, end: last.end, newText: ", validationSplit: 0.2" };
}
