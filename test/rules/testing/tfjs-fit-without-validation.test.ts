import { expectFindings } from "../expect-findings.js";

const rule = "tfjs-fit-without-validation";

const head = `import * as tf from "@tensorflow/tfjs-node";
const net = tf.sequential();
net.add(tf.layers.dense({ units: 1, inputShape: [3] }));
net.compile({ optimizer: "sgd", loss: "meanSquaredError" });
`;

const check = (source: string): void => expectFindings(rule, head + source, { language: "typescript" });
const alone = (source: string): void => expectFindings(rule, source, { language: "typescript" });

describe(rule, () => {
  it("finds a fit with and without options", () => {
    check(`await net.fit(xs, ys, { epochs: 3 });
      ~~~~~~~ \`net\` is never scored on held-out data: pass \`validationSplit\` or \`validationData\`, or \`evaluate\` it on examples set aside.
`);
    check(`net.fit(xs, ys);
~~~~~~~
`);
  });

  it("finds it in functions, methods, callbacks and promise chains", () => {
    alone(`import { sequential } from "@tensorflow/tfjs";
async function train(xs: unknown, ys: unknown) {
  const model = sequential();
  await model.fit(xs, ys, { epochs: 2, callbacks: { onEpochEnd: () => undefined } });
        ~~~~~~~~~
}
`);
    alone(`const tf = require("@tensorflow/tfjs");
class Trainer {
  constructor() { this.model = tf.sequential(); }
  async run(xs, ys) { return this.model.fit(xs, ys, { batchSize: 8 }); }
                             ~~~~~~~~~~~~~~
}
`);
    alone(`import * as tf from "@tensorflow/tfjs";
tf.loadLayersModel("a.json").then((m) => { m.compile({}); m.fit(a, b, { epochs: 1 }); });
                                                          ~~~~~
`);
  });

  it("finds a fit on a dataset and options in a variable", () => {
    check(`await net.fitDataset(rows, { epochs: 3 });
      ~~~~~~~~~~~~~~
`);
    check(`const options = { epochs: 3 };
await net.fit(xs, ys, options);
      ~~~~~~~
`);
  });

  it("accepts validation in any form", () => {
    check("await net.fit(xs, ys, { validationSplit: 0.1 });\n");
    check("await net.fit(xs, ys, { validationData: [vx, vy] });\n");
    check("const options: any = { epochs: 1 };\noptions.validationData = [vx, vy];\nawait net.fit(xs, ys, options);\n");
    check("await net.fitDataset(rows, { validationData: held });\n");
    check("await net.fit(xs, ys, { epochs: 3 });\nnet.evaluate(vx, vy).print();\n");
  });

  it("knows nothing of options from elsewhere", () => {
    check("await net.fit(xs, ys, options());\n");
    check("await net.fit(xs, ys, { ...defaults, epochs: 3 });\n");
    alone(
      'import * as tf from "@tensorflow/tfjs";\nexport const run = (model: tf.Sequential, options: object) => model.fit(a, b, options);\n',
    );
  });

  it("leaves other things that fit alone", () => {
    alone('import * as tf from "@tensorflow/tfjs";\nconst scaler = new Scaler();\nscaler.fit(xs, ys);\n');
    alone('import { sequential } from "./mine";\nimport * as tf from "@tensorflow/tfjs";\nsequential().fit(xs, ys);\n');
  });
});
