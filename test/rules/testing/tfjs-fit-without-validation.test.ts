import { expectFindings } from "../expect-findings.js";

const expect = (source: string, header = `import * as tf from "@tensorflow/tfjs";\n`): void =>
  expectFindings("tfjs-fit-without-validation", header + source, { language: "typescript" });

describe("tfjs-fit-without-validation", () => {
  it("says what to pass", () =>
    expect(`
const model = tf.sequential();
const history = await model.fit(xs, ys, { epochs: 5, callbacks: { onEpochEnd: () => report() } });
                      ~~~~~~~~~ \`model.fit\` sees the training rows only: pass \`validationSplit\` or \`validationData\`, or \`evaluate\` on held-out rows.
`));

  it("sees models from functions, in fields and from other names of the library", () => {
    expect(
      `
function build(): tf.Sequential {
  const made = sequential();
  made.compile({ loss: "meanSquaredError", optimizer: "sgd" });
  return made;
}
class Trainer {
  private readonly model = build();
  async run(xs: tf.Tensor, ys: tf.Tensor): Promise<void> {
    await this.model.fit(xs, ys);
          ~~~~~~~~~~~~~~
  }
}
`,
      `import { sequential } from "@tensorflow/tfjs-node";\nimport type * as tf from "@tensorflow/tfjs-node";\n`,
    );
    expect(
      `
const net = tf.model({ inputs: a, outputs: b });
net.fit(xs, ys, { epochs: 1 }).then(done);
~~~~~~~
`,
      `const tf = require("@tensorflow/tfjs");\n`,
    );
  });

  it("sees loaded models, annotated parameters and datasets", () =>
    expect(`
const loaded = await tf.loadLayersModel("file://model.json");
await loaded.fit(xs, ys, { epochs: 1 });
      ~~~~~~~~~~

export async function tune(model: tf.LayersModel, data: tf.data.Dataset<tf.TensorContainer>) {
  await model.fitDataset(data, { epochs: 3 });
        ~~~~~~~~~~~~~~~~
}
`));

  it("takes a compiled parameter for a model", () =>
    expect(`
export const train = async (network, xs, ys) => {
  network.compile({ optimizer: tf.train.adam(), loss: "meanSquaredError" });
  await network.fit(xs, ys, { epochs: 10, batchSize: 32 });
        ~~~~~~~~~~~
};
`));

  it("takes what is fitted for epochs for a model", () =>
    expect(`
export async function adapt(models, rows, answers) {
  const model = models.get("main");
  await model.fit(tf.tensor2d(rows), tf.tensor2d(answers), { epochs: 1, verbose: 0 });
        ~~~~~~~~~
}
`));

  const accepted: readonly [title: string, code: string][] = [
    ["a validation share", "const m = tf.sequential();\nawait m.fit(xs, ys, { validationSplit: 0.1 });"],
    ["validation data", 'const m = tf.sequential();\nawait m.fit(xs, ys, { epochs: 2, "validationData": [vx, vy] });'],
    ["validation data under a short name", "const m = tf.sequential();\nawait m.fit(xs, ys, { validationData });"],
    [
      "a dataset with validation data",
      "const m = tf.sequential();\nawait m.fitDataset(ds, { epochs: 2, validationData: held });",
    ],
    [
      "an evaluation in the file",
      "const m = tf.sequential();\nawait m.fit(xs, ys, { epochs: 2 });\nm.evaluate(tx, ty).print();",
    ],
    [
      "options that are not seen",
      "const m = tf.sequential();\nawait m.fit(xs, ys, options);\nawait m.fit(xs, ys, { ...options, epochs: 3 });",
    ],
    ["arguments that are not seen", "const m = tf.sequential();\nawait m.fit(...everything);"],
    ["the fit of something else", "await jacket.fit(shoulders, arms, { tight: true });\nconst t = tf.tensor([1]);"],
  ];
  for (const [title, code] of accepted) it(`accepts ${title}`, () => expect(`${code}\n`));

  it("ignores files without the library", () =>
    expect("const m = sequential();\nm.compile({});\nm.fit(xs, ys, {});\n", ""));
});
