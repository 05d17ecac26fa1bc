import { expectFindings } from "../expect-findings.js";

const rule = "tfjs-sync-read-in-loop";
const head = `import * as tf from "@tensorflow/tfjs";

`;
const find = (source: string, start = head): void => expectFindings(rule, start + source, { language: "typescript" });

describe(rule, () => {
  it("finds reads in the drawing of a frame, in helpers too", () =>
    find(`function best(scores: tf.Tensor) {
  return scores.argMax().dataSync()[0];
                         ~~~~~~~~
}
class View {
  draw = () => {
    const x = tf.browser.fromPixels(video);
    show(x.arraySync());
         ~~~~~~~~~~~ \`x.arraySync\` stops the page in every frame until the GPU is done: \`await\` \`array()\` instead.
    best(x);
    requestAnimationFrame(this.draw);
  };
}
setInterval(() => console.log(tf.scalar(1).dataSync()), 20);
                                           ~~~~~~~~
const loop = async () => {
  while (running) {
    show(tf.scalar(2).dataSync());
                      ~~~~~~~~
    await tf.nextFrame();
  }
};
`));

  it("finds reads in loops that train or predict", () =>
    find(`const optimizer = tf.train.adam(0.01);
export async function train(model: tf.LayersModel, rows: number[][]) {
  for (let epoch = 0; epoch < 10; epoch++) {
    const cost = optimizer.minimize(() => loss(model), true);
    log(cost.dataSync()[0]);
        ~~~~~~~~~~~~~ \`cost.dataSync\` stops the page in every step of the training until the GPU is done: \`await\` \`data()\` instead.
  }
  const out = [];
  for (const row of rows) {
    const guess = model.predict(tf.tensor2d([row])) as tf.Tensor;
    out.push(guess.arraySync());
             ~~~~~~~~~~~~~~~
  }
  await model.fit(xs, ys, {
    callbacks: { onBatchEnd: (batch, logs) => show(tf.scalar(logs.loss).dataSync()) },
                                                                        ~~~~~~~~
  });
  return out;
}
`));

  it("is silent about single reads and about scripts of Node", () => {
    find(`export function score(model: tf.LayersModel, x: tf.Tensor) {
  const all = [];
  for (const part of tf.unstack(x)) all.push(part.arraySync());
  return (model.predict(x) as tf.Tensor).dataSync();
}
button.onclick = () => show(tf.scalar(1).dataSync());
`);
    find(
      `for (const row of rows) {
  console.log((model.predict(tf.tensor1d(row)) as tf.Tensor).dataSync());
}
`,
      'import * as tf from "@tensorflow/tfjs-node";\n',
    );
  });

  it("is silent about reads that wait", () =>
    find(`async function draw() {
  console.log(await tf.scalar(1).data());
  requestAnimationFrame(draw);
}
`));
});
