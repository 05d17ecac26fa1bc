import { orderedFits } from "../../semantics/tfjs/row-order.js";
import { defineRule } from "../rule.js";
import { nameOf } from "../wording.js";

export default defineRule({
  meta: {
    id: "tfjs-no-shuffle-before-split",
    stage: "data",
    languages: ["typescript"],
    severity: "warning",
    preset: "recommended",
    summary: "`validationSplit` holds out the last rows of data that nobody shuffled",
    why: "`validationSplit` takes the rows at the end, before `fit` shuffles the others: of data in the order of its classes or files, whole classes are never trained on.",
    fix: "Shuffle inputs and labels together before `fit`, with `tf.util.shuffleCombo` or one list of shuffled indices.",
    guide: "data/splitting#slices",
    sources: [
      { title: "TensorFlow.js: LayersModel.fit", url: "https://js.tensorflow.org/api/latest/#tf.LayersModel.fit" },
    ],
    libraries: ["@tensorflow/tfjs"],
    topics: ["tensorflowJs"],
    since: "0.1.0",
  },

  examples: [
    {
      language: "typescript",
      bad: `import * as tf from "@tensorflow/tfjs";

const inputs = tf.tensor2d(cats.concat(dogs));
const labels = tf.tensor1d(cats.map(() => 0).concat(dogs.map(() => 1)));
await model.fit(inputs, labels, { epochs: 10, validationSplit: 0.2 });
`,
      good: `import * as tf from "@tensorflow/tfjs";

const rows = cats.concat(dogs);
const classes = cats.map(() => 0).concat(dogs.map(() => 1));
tf.util.shuffleCombo(rows, classes);
await model.fit(tf.tensor2d(rows), tf.tensor1d(classes), { epochs: 10, validationSplit: 0.2 });
`,
    },
  ],

  *check(model) {
    for (const { event, why } of orderedFits(model)) {
      const rows = why === "joined" ? "parts that were joined one behind the other" : "rows in the order of the file";
      yield {
        at: nameOf(model, event.call),
        message: `\`validationSplit\` takes the last rows, and these are ${rows}: shuffle inputs and labels together before.`,
      };
    }
  },
});
