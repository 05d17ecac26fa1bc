import { expectFindings } from "../expect-findings.js";

const rule = "tfjs-activation-loss-mismatch";
const head = `import * as tf from "@tensorflow/tfjs";

`;
const find = (source: string, files = {}): void =>
  expectFindings(rule, head + source, { language: "typescript", path: "main.ts", files });

describe(rule, () => {
  it("finds pairs that do not go together in sequential models", () =>
    find(`const one = tf.sequential({ layers: [tf.layers.dense({ units: 1, activation: "sigmoid", inputShape: [4] })] });
one.compile({ optimizer: "adam", loss: "categoricalCrossentropy" });
                                       ~~~~~~~~~~~~~~~~~~~~~~~~~ The model gives one probability, and \`categoricalCrossentropy\` is over several classes: use \`binaryCrossentropy\`.
const several = tf.sequential();
several.add(tf.layers.dense({ units: 3, inputShape: [4] }));
several.add(tf.layers.activation({ activation: "softmax" }));
several.compile({ optimizer: "adam", loss: ["binaryCrossentropy"] });
                                           ~~~~~~~~~~~~~~~~~~~~~~
const scores = tf.sequential();
scores.add(tf.layers.dense({ units: 3, inputShape: [4] }));
const options = { optimizer: "adam", loss: "categoricalCrossentropy" };
scores.compile(options);
               ~~~~~~~
class Classifier {
  model = tf.sequential();
  build() {
    this.model.add(tf.layers.dense({ units: 1, activation: "softmax", inputShape: [4] }));
    this.model.compile({ loss: "binaryCrossentropy", optimizer: "sgd" });
                               ~~~~~~~~~~~~~~~~~~~~ The model ends in a softmax over one unit, which is always 1: use a sigmoid.
  }
}
`));

  it("finds them in functional models and in losses that are functions", () =>
    find(`const input = tf.input({ shape: [4] });
const hidden = tf.layers.dense({ units: 8, activation: "relu" }).apply(input);
const output = tf.layers.dense({ units: 3, activation: "softmax" }).apply(hidden) as tf.SymbolicTensor;
const model = tf.model({ inputs: input, outputs: output });
model.compile({ optimizer: "adam", loss: tf.losses.softmaxCrossEntropy });
                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
function loss(xs: tf.Tensor, ys: tf.Tensor) {
  const guess = model.apply(xs) as tf.Tensor;
  const again = tf.softmax(xs);
  tf.losses.sigmoidCrossEntropy(ys, xs);
  tf.losses.sigmoidCrossEntropy(ys, xs.sigmoid());
                                    ~~~~~~~~~~~~
  return tf.losses.softmaxCrossEntropy(ys, guess).add(tf.losses.softmaxCrossEntropy(ys, again));
                                           ~~~~~
                                                                                        ~~~~~
}
`));

  it("finds one-hot labels for a loss that takes the number of the class", () =>
    find(`export async function train(xs: tf.Tensor, classes: number[]) {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: "softmax", inputShape: [4] })] });
  model.compile({ optimizer: "adam", loss: "sparseCategoricalCrossentropy" });
                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`sparseCategoricalCrossentropy\` takes the number of the class, and the labels are one-hot: use \`categoricalCrossentropy\`, or leave \`oneHot\` out.
  const ys = tf.oneHot(tf.tensor1d(classes, "int32"), 3).toFloat();
  await model.fit(xs, ys, { epochs: 3 });
}
`));

  it("is silent about pairs that go together, and about what is out of sight", () =>
    find(
      `import { head } from "./layers";
const ending = (units: number, activation: string, loss: string) => {
  const model = tf.sequential({ layers: [head] });
  model.add(tf.layers.dense({ units, activation }));
  model.compile({ optimizer: "adam", loss });
  return model;
};
ending(3, "softmax", "categoricalCrossentropy");
ending(1, "sigmoid", "binaryCrossentropy");
ending(5, "sigmoid", "binaryCrossentropy");
ending(1, "linear", "meanSquaredError");
const plain = tf.sequential({ layers: [tf.layers.dense({ ...settings })] });
plain.compile({ optimizer: "adam", loss: "categoricalCrossentropy" });
const loaded = await tf.loadLayersModel("model.json");
loaded.compile({ optimizer: "adam", loss: "categoricalCrossentropy" });
const scores = tf.sequential({ layers: [tf.layers.dense({ units: 3 })] });
scores.compile({ optimizer: "adam", loss: tf.losses.softmaxCrossEntropy });
await scores.fit(xs, tf.oneHot(ys, 3), { epochs: 3 });
`,
      {
        "layers.ts": `${head}export const head = tf.layers.dense({ units: 1, activation: "softmax", inputShape: [4] });`,
      },
    ));

  it("finds numbers of classes for a loss that takes one-hot labels", () =>
    find(`export async function train(xs: tf.Tensor, classes: number[]) {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: "softmax", inputShape: [4] })] });
  model.compile({ optimizer: "adam", loss: "categoricalCrossentropy" });
                                           ~~~~~~~~~~~~~~~~~~~~~~~~~
  await model.fit(xs, tf.tensor1d(classes, "int32"), { epochs: 3 });
  const other = tf.sequential({ layers: [tf.layers.dense({ units: 3, activation: "softmax", inputShape: [4] })] });
  other.compile({ optimizer: "adam", loss: "categoricalCrossentropy" });
  await other.fit(xs, tf.oneHot(tf.tensor1d(classes, "int32"), 3), { epochs: 3 });
}
`));
});
