import { expectFindings } from "../expect-findings.js";

const rule = "tfjs-tensor-leak";
const head = `import * as tf from "@tensorflow/tfjs";
`;
const find = (source: string, files: Readonly<Record<string, string>> = {}): void =>
  expectFindings(rule, head + source, { language: "typescript", files });

describe(`${rule}: arrays, gradients, scores and other files`, () => {
  it("looks at what becomes of an array that tensors are put into", () =>
    find(`setInterval(() => {
  const frames = [];
  for (const image of images) frames.push(tf.browser.fromPixels(image));
                                          ~~~~~~~~~~~~~~~~~~~~~
  const batch = tf.stack(frames);
  batch.dispose();
}, 100);
setInterval(() => {
  const kept = [];
  kept.push(tf.ones([2]));
  tf.dispose(kept);
  const sent = [];
  sent.push(tf.ones([2]));
  send(sent);
  const each = [];
  each.push(tf.ones([2]));
  each.forEach((one) => one.dispose());
  all.push(tf.ones([2]));
}, 100);
`));

  it("knows what gradients and scores give", () =>
    find(`const gradient = tf.grad((x) => x.square().sum());
const model = tf.sequential();
setInterval(() => {
  const slope = gradient(start);
                ~~~~~~~~ \`slope\` is never disposed: dispose it after its last use, or wrap the steps in \`tf.tidy\`.
  console.log(slope.dataSync());
  const [loss, accuracy] = model.evaluate(xs, ys);
                           ~~~~~~~~~~~~~~
  console.log(loss.dataSync(), accuracy.dataSync());
  const { mean, variance } = tf.moments(start);
  tf.dispose([mean, variance]);
}, 10);
`));

  it("follows tensors into functions of other files", () =>
    find(
      `import { show, use } from "./show";
setInterval(() => {
  const frame = tf.browser.fromPixels(video);
                ~~~~~~~~~~~~~~~~~~~~~ \`frame\` is never disposed: dispose it after its last use, or wrap the steps in \`tf.tidy\`.
  show(frame);
  const other = tf.browser.fromPixels(video);
  use(other);
}, 10);
`,
      {
        "show.ts": `import * as tf from "@tensorflow/tfjs";
export function show(tensor) { console.log(tensor.shape); }
export function use(tensor) { console.log(tensor.dataSync()); tensor.dispose(); }
`,
      },
    ));

  it("is silent about functions that make no tensor, and about functions that train once", () =>
    find(`setInterval(() => {
  tf.env().set("WEBGL_PACK", true);
  tf.someday(start);
  console.log(tf.util.sizeFromShape([2]), tf.memory());
}, 10);
export async function trainStars(model, rows) {
  const xs = tf.tensor2d(rows);
  await model.fit(xs, xs, { epochs: 3 });
}
`));

  it("leaves what helpers make to the tidy of their callers, however they are exported", () =>
    find(`function scale(x, weights) {
  return tf.add(tf.mul(x, weights), 1);
}
exports.scale = scale;
module.exports.layer = function layer(x) {
  const wide = tf.mul(x, 2);
  return tf.relu(wide);
};
function Net() {}
Net.prototype.load = function () {
  this.model.execute({ step: tf.scalar(1) });
};
`));
});
