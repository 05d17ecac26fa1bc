import { expectFindings } from "../expect-findings.js";

const rule = "evaluate-on-train";
const head = `import * as tf from "@tensorflow/tfjs-node";
import { NeuralNetwork } from "brain.js";
import { RandomForestClassifier } from "ml-random-forest";

`;
const find = (source: string): void => expectFindings(rule, head + source, { language: "typescript" });

describe(`${rule} in TypeScript`, () => {
  it("finds scores on the rows of the fit", () =>
    find(`const model = tf.sequential();
await model.fit(xs, ys, { epochs: 3 });
const [loss, acc] = model.evaluate(xs, ys) as tf.Scalar[];
                    ~~~~~~~~~~~~~~ This scores the model on \`xs\`, which it was fitted on, and nothing scores it on other rows: hold some out.
const net = new NeuralNetwork();
await net.trainAsync(rows);
console.log(net.test(rows));
            ~~~~~~~~
async function run(data: tf.data.Dataset<tf.TensorContainer>) {
  const other = await tf.loadLayersModel("file://m");
  other.compile({ loss: "meanSquaredError", optimizer: "sgd" });
  await other.fitDataset(data, { epochs: 3 });
  console.log(await other.evaluateDataset(data));
                    ~~~~~~~~~~~~~~~~~~~~~
}
`));

  it("finds tensors that are made again of the same rows, and accuracy by hand", () =>
    find(`const model = tf.sequential();
await model.fit(tf.tensor2d(features), tf.tensor1d(labels), { epochs: 3 });
model.evaluate(tf.tensor2d(features), tf.tensor1d(labels));
~~~~~~~~~~~~~~
const forest = new RandomForestClassifier({ seed: 7 });
forest.train(features, labels);
const guesses = forest.predict(features);
console.log(accuracy(labels, guesses));
            ~~~~~~~~
`));

  const accepted: readonly (readonly [string, string])[] = [
    ["other rows", `await model.fit(xTrain, yTrain, {});\nmodel.evaluate(xTest, yTest);`],
    [
      "both",
      `await model.fit(xs, ys, { epochs: 3 });\nconsole.log(model.evaluate(xs, ys), model.evaluate(xTest, yTest));`,
    ],
    ["rows that are held out by fit", `await model.fit(xs, ys, { validationSplit: 0.2 });\nmodel.evaluate(xs, ys);`],
    ["options out of sight", `await model.fit(xs, ys, options);\nmodel.evaluate(xs, ys);`],
    [
      "answers for other rows",
      `await model.fit(xs, ys, { epochs: 3 });\nmodel.evaluate(xs, ys);\nconsole.log(model.predict(other));`,
    ],
    ["a curve that is drawn", `await model.fit(xs, ys, { epochs: 3 });\ndraw(await model.predict(xs).data());`],
    [
      "a model that others score",
      `await model.fit(xs, ys, { epochs: 3 });\nmodel.evaluate(xs, ys);\nawait report(model, held);`,
    ],
    [
      "one name for two things",
      `let xs = first;\nawait model.fit(tf.tensor2d(xs), ys, { epochs: 3 });\nxs = second;\nmodel.evaluate(tf.tensor2d(xs), ys);`,
    ],
  ];
  for (const [title, source] of accepted)
    it(`accepts ${title}`, () => find(`const model = tf.sequential();\n${source}\n`));

  it("leaves a part to train on to the callers of a function", () =>
    find(`export async function fit(model: tf.LayersModel, trainXs: tf.Tensor, trainYs: tf.Tensor) {
  await model.fit(trainXs, trainYs, { epochs: 3 });
  return model.evaluate(trainXs, trainYs);
}
`));
});
