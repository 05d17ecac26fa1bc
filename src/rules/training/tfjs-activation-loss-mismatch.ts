import type { Model } from "../../semantics/model.js";
import { lossMismatches, type LossMismatch } from "../../semantics/tfjs/networks.js";
import { defineRule, type Report } from "../rule.js";
import { alsoAt, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "tfjs-activation-loss-mismatch",
    stage: "training",
    languages: ["typescript"],
    severity: "warning",
    preset: "recommended",
    summary: "A TensorFlow.js model's last activation and its loss do not go together",
    why: "The named losses take probabilities and `tf.losses.*CrossEntropy` take scores: with the wrong activation before them, or labels in another form, training runs and learns little.",
    fix: "Pair a softmax with `categoricalCrossentropy`, a sigmoid with `binaryCrossentropy`, class numbers with `sparseCategoricalCrossentropy`, and raw scores with `tf.losses.softmaxCrossEntropy`.",
    guide: "training/debugging#last-activation-in-keras",
    sources: [
      { title: "TensorFlow.js: compile", url: "https://js.tensorflow.org/api/latest/#tf.LayersModel.compile" },
      { title: "TensorFlow.js: losses", url: "https://js.tensorflow.org/api/latest/#Training-Losses" },
    ],
    libraries: ["@tensorflow/tfjs"],
    topics: ["tensorflowJs"],
    since: "0.1.0",
  },

  examples: [
    {
      language: "typescript",
      bad: `import * as tf from "@tensorflow/tfjs";

const model = tf.sequential();
model.add(tf.layers.dense({ units: 16, activation: "relu", inputShape: [4] }));
model.add(tf.layers.dense({ units: 3, activation: "softmax" }));
model.compile({ optimizer: "adam", loss: "binaryCrossentropy" });
`,
      good: `import * as tf from "@tensorflow/tfjs";

const model = tf.sequential();
model.add(tf.layers.dense({ units: 16, activation: "relu", inputShape: [4] }));
model.add(tf.layers.dense({ units: 3, activation: "softmax" }));
model.compile({ optimizer: "adam", loss: "categoricalCrossentropy" });
`,
    },
  ],

  *check(model) {
    for (const found of lossMismatches(model)) yield report(model, found);
  },
});

function report(model: Model, { at, what, loss, output, labels }: LossMismatch): Report {
  const ends = loss === "binaryCrossentropy" ? "sigmoid" : "softmax";
  const message = {
    "softmax-of-one": "The model ends in a softmax over one unit, which is always 1: use a sigmoid.",
    "several-of-one": `The model ends in a softmax, and \`${loss}\` takes each output for itself: use \`categoricalCrossentropy\`, or a sigmoid.`,
    "one-of-several": `The model gives one probability, and \`${loss}\` is over several classes: use \`binaryCrossentropy\`.`,
    scores: `The model does not end in probabilities, and \`${loss}\` takes them: end in a ${ends}.`,
    "activated-twice": `\`${loss}\` applies its own activation, and this is one already: give it the scores before that.`,
    "one-hot": `\`${loss}\` takes the number of the class, and the labels are one-hot: use \`categoricalCrossentropy\`, or leave \`oneHot\` out.`,
    "class-numbers": `\`${loss}\` takes one-hot labels, and these are numbers of classes: use \`sparseCategoricalCrossentropy\`, or \`tf.oneHot\` the labels.`,
  }[what];
  const text = output?.path === model.path ? shorten(model.text(output.site), 40) : undefined;
  const related =
    output === undefined
      ? labels === undefined
        ? []
        : [{ at: labels, message: `These labels are ${what === "one-hot" ? "one-hot" : "one number for each row"}.` }]
      : alsoAt(output.site, output, text === undefined ? "The model ends here." : `The model ends in \`${text}\`.`);
  return { at, message, related };
}
