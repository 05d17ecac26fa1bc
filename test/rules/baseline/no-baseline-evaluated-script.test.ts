import { expectFindings } from "../expect-findings.js";

const rule = "no-baseline-evaluated";
const head = `import * as tf from "@tensorflow/tfjs-node";
import { NeuralNetwork } from "brain.js";

`;
const find = (source: string, facts = {}): void =>
  expectFindings(rule, head + source, { language: "typescript", facts });

describe(`${rule} in TypeScript`, () => {
  it("finds the first score of a script", () =>
    find(`async function main() {
  const model = tf.sequential();
  await model.fit(trainXs, trainYs, { epochs: 3 });
  const result = model.evaluate(testXs, testYs);
                 ~~~~~~~~~~~~~~ This score stands alone: score a simple baseline (the most frequent answer, the mean, the last value) on the same rows.
  console.log("loss", result.dataSync(), model.evaluate(otherXs, otherYs));
}
main();
`));

  it("finds a score that is worked out by a function", () =>
    find(`const net = new NeuralNetwork();
net.train(trainRows);
const guesses = net.run(held);
console.log(accuracyOf(guesses, truth));
            ~~~~~~~~~~
`));

  const accepted: readonly (readonly [string, string])[] = [
    ["a baseline by name", `await model.fit(xs, ys, {});\nconsole.log(model.evaluate(a, b), scoreBaseline(b));`],
    ["a majority", `await model.fit(xs, ys, {});\nconsole.log(model.evaluate(a, b), rate(b, mostCommon));`],
    [
      "two models",
      `await model.fit(xs, ys, {});\nconst linear = tf.sequential();\nawait linear.fit(xs, ys, {});\nconsole.log(model.evaluate(a, b), linear.evaluate(a, b));`,
    ],
    ["training alone", `await model.fit(xs, ys, { validationData: [a, b] });`],
    [
      "a model that is trained elsewhere",
      `const other = await tf.loadLayersModel("file://m");\nconsole.log(other.evaluate(a, b));`,
    ],
  ];
  for (const [title, source] of accepted)
    it(`accepts ${title}`, () => find(`const model = tf.sequential();\n${source}\n`));

  it("accepts a baseline elsewhere in the project", () =>
    find(`const model = tf.sequential();\nawait model.fit(xs, ys, {});\nmodel.evaluate(a, b);\n`, {
      baselineFiles: new Set(["src/baseline.ts"]),
    }));
});
