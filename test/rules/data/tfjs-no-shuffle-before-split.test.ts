import { expectFindings } from "../expect-findings.js";

const rule = "tfjs-no-shuffle-before-split";
const head = `import * as tf from "@tensorflow/tfjs";

`;
const find = (source: string): void => expectFindings(rule, head + source, { language: "typescript" });

describe(rule, () => {
  it("finds rows that were joined, and rows of a file", () => {
    find(`export async function train(model: tf.LayersModel, cats: tf.Tensor2D, dogs: tf.Tensor2D) {
  const xs = tf.concat([cats, dogs]);
  const ys = tf.concat([tf.zeros([cats.shape[0]]), tf.ones([dogs.shape[0]])]);
  await model.fit(xs, ys, { epochs: 10, validationSplit: 0.2, shuffle: true });
        ~~~~~~~~~ \`validationSplit\` takes the last rows, and these are parts that were joined one behind the other: shuffle inputs and labels together before.
}
`);
    find(`const response = await fetch("/iris.json");
const rows = await response.json();
rows.sort((a, b) => a.label - b.label);
const model = await tf.loadLayersModel("start.json");
const options = { epochs: 10, validationSplit: 0.2 };
await model.fit(tf.tensor2d(rows.map((row) => row.x)), tf.tensor1d(rows.map((row) => row.y)), options);
      ~~~~~~~~~ \`validationSplit\` takes the last rows, and these are rows in the order of the file: shuffle inputs and labels together before.
`);
  });

  it("is silent about rows that are shuffled, in time, drawn or handed in", () => {
    find(`const rows = await (await fetch("/iris.json")).json();
tf.util.shuffle(rows);
await model.fit(tf.tensor2d(rows), labels, { epochs: 10, validationSplit: 0.2 });
`);
    find(`const prices = await (await fetch("/prices.json")).json();
await model.fit(tf.tensor2d(prices), labels, { epochs: 10, validationSplit: 0.2 });
`);
    find(`export async function train(model: tf.LayersModel, rows: number[][], labels: number[]) {
  await model.fit(tf.tensor2d(rows), tf.tensor1d(labels), { epochs: 10, validationSplit: 0.2 });
}
`);
    find(`const rows = await (await fetch("/iris.json")).json();
await model.fit(tf.tensor2d(rows), labels, { epochs: 10, validationData });
await model.fit(tf.tensor2d(rows), labels, { epochs: 10, validationSplit: 0.2 });
`);
  });
});
