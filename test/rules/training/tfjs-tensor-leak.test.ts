import { expectFindings } from "../expect-findings.js";

const rule = "tfjs-tensor-leak";
const head = `import * as tf from "@tensorflow/tfjs";

`;
const find = (source: string, path = "app.ts"): void =>
  expectFindings(rule, head + source, { language: "typescript", path });

describe(rule, () => {
  it("finds names, temporaries in a chain and inline arguments", () =>
    find(`export async function predict(model: tf.LayersModel, rows: number[][]) {
  const xs = tf.tensor2d(rows);
             ~~~~~~~~~~~ \`xs\` is never disposed: dispose it after its last use, or wrap the steps in \`tf.tidy\`.
  const out = model.predict(xs) as tf.Tensor;
              ~~~~~~~~~~~~~
  const values = await out.data();
  const best = (await tf.argMax(out).data())[0];
                      ~~~~~~~~~ Nothing can dispose the tensor that \`tf.argMax\` makes here: wrap the steps in \`tf.tidy\`, or give it a name and dispose it.
  model.predict(tf.ones([1, 4])).dispose();
                ~~~~~~~
  return values[best];
}
`));

  it("is silent about what is given back in any way", () =>
    find(`class Net {
  private model!: tf.LayersModel;
  async predict(rows: number[][]) {
    const xs = tf.tensor2d(rows);
    const ys = this.model.predict(xs) as tf.Tensor;
    try {
      return await ys.data();
    } finally {
      xs.dispose();
      tf.dispose([ys]);
    }
  }
  async both(rows: number[][]) {
    const data = { xs: tf.tensor2d(rows), ys: tf.zeros([3]) };
    await this.model.fit(data.xs, data.ys, { validationSplit: 0.1 });
    tf.dispose(data);
  }
  async parts(rows: number[][]) {
    const [a, b] = tf.split(tf.tidy(() => tf.tensor2d(rows).mul(2)), 2);
                            ~~~~~~~
    free(a);
    free(b);
  }
  async list(rows: number[]) {
    const all = rows.map((row) => tf.scalar(row));
    const sum = tf.addN(all);
    all.forEach((one) => one.dispose());
    console.log(await sum.data());
    sum?.dispose();
  }
}
function free(t: tf.Tensor) {
  if (!t.isDisposed) t.dispose();
}
`));

  it("is silent about what is returned, kept or handed to somebody", () =>
    find(`const cache = new Map<string, tf.Tensor>();
let last: tf.Tensor;
export class Buffer {
  items: tf.Tensor[] = [];
  state?: tf.Tensor;
  add(row: number[]) {
    this.items.push(tf.tensor1d(row));
    this.state = tf.zeros([2]);
    last = tf.tensor1d(row);
    cache.set("last", tf.tensor1d(row));
    tf.keep(tf.scalar(1));
    const weights = tf.variable(tf.randomNormal([2]));
    somebody(tf.scalar(2));
    const shared = tf.scalar(3);
    this.read = () => shared.dataSync();
    return { weights, one: tf.ones([1]), more: [tf.ones([2])] };
  }
  read?: () => unknown;
}
export const make = (n: number) => tf.zeros([n]);
export function* batches(rows: number[][]) {
  for (const row of rows) yield { xs: tf.tensor1d(row), ys: tf.scalar(1) };
}
`));

  it("is silent inside tidy and what works like it, helpers included", () =>
    find(`function scale(x: tf.Tensor) {
  return x.sub(x.min()).div(x.max());
}
export function score(model: tf.LayersModel, rows: number[][]) {
  return tf.tidy(() => {
    const xs = scale(tf.tensor2d(rows));
    return (model.predict(xs) as tf.Tensor).dataSync();
  });
}
const optimizer = tf.train.sgd(0.1);
export function step(w: tf.Variable, x: tf.Tensor) {
  optimizer.minimize(() => x.mul(w).square().mean() as tf.Scalar);
  const { grads } = tf.variableGrads(() => x.mul(w).mean() as tf.Scalar);
  tf.dispose(grads);
}
class Scale extends tf.layers.Layer {
  call(inputs: tf.Tensor) {
    return inputs.mul(2).add(1);
  }
}
`));

  it("finds what a tidy or a helper hands out and nobody takes", () =>
    find(`function load(rows: number[][]) {
  return tf.tensor2d(rows);
}
export async function run(rows: number[][]) {
  const xs = load(rows);
             ~~~~
  const mean = tf.tidy(() => xs.mean());
               ~~~~~~~
  return (await mean.data())[0];
}
`));

  it("finds the tensors that a loop makes, at the top level too", () =>
    find(`const once = tf.zeros([3]);
once.print();
for (let i = 0; i < 10; i++) {
  const row = tf.fill([3], i);
              ~~~~~~~
  row.print();
}
setInterval(() => {
  tf.browser.fromPixels(video).mean().print();
  ~~~~~~~~~~~~~~~~~~~~~
}, 100);
function frame() {
  const image = tf.browser.fromPixels(video);
                ~~~~~~~~~~~~~~~~~~~~~
  console.log(image.shape);
  requestAnimationFrame(frame);
}
frame();
`));

  it("finds pictures of a camera, and what a model of the page predicts", () =>
    find(`async function watch() {
  const net = await mobilenet.load();
  const webcam = await tf.data.webcam(video);
  while (true) {
    const image = await webcam.capture();
                        ~~~~~~~~~~~~~~ \`image\` is never disposed: dispose it after its last use, or wrap the steps in \`tf.tidy\`.
    show(await net.classify(image));
    const guess = model.predict(image);
                  ~~~~~~~~~~~~~
    show(await guess.data());
    const other = await webcam.capture();
    classifier.addExample(other, 1);
    await tf.nextFrame();
  }
}
watch();
`));

  it("finds names that are given another tensor", () =>
    find(`export async function prepare(pixels: ImageData) {
  let image: tf.Tensor = tf.browser.fromPixels(pixels);
                         ~~~~~~~~~~~~~~~~~~~~~ \`image\` is given another tensor below before this one is disposed: wrap the steps in \`tf.tidy\`.
  image = image.div(255);
  const values = await image.data();
  image.dispose();
  let sum: tf.Tensor = tf.scalar(0);
  for (const value of values) {
    sum = sum.add(value);
          ~~~~~~~ Each turn gives \`sum\` a new tensor, and the one before is never disposed: keep it under a name and dispose it.
  }
  let fine: tf.Tensor = tf.scalar(0);
  for (const value of values) {
    const before = fine;
    fine = fine.add(value);
    before.dispose();
  }
  return [sum, fine];
}
class Running {
  mean = tf.zeros([3]);
  update(row: tf.Tensor1D) {
    this.mean = this.mean.mul(0.9);
                ~~~~~~~~~~~~~
  }
  replace(row: tf.Tensor1D) {
    const old = this.mean;
    this.mean = this.mean.mul(0.9);
    old.dispose();
  }
}
`));

  it("is silent about scripts that run once, and about tests", () => {
    find(`const xs = tf.tensor2d([[1], [2]]);
xs.mul(2).print();
async function main() {
  const ys = tf.tensor1d([1, 2]);
  await model.fit(xs, ys.mul(2), { epochs: 3 });
}
main();
`);
    find(`export function check() {\n  tf.scalar(1).print();\n}\n`, "model.test.ts");
  });

  it("is silent about a helper that may run in its caller's tidy", () =>
    find(`export function normalise(image: tf.Tensor3D) {
  const scaled = image.toFloat().div(127.5);
  return scaled.sub(1).expandDims();
}
export function residual(x: tf.Tensor, blocks: tf.Tensor[]) {
  let out: tf.Tensor = tf.relu(x);
  out = tf.add(out, x);
  for (const block of blocks) out = tf.add(out, block);
  return tf.relu(out);
}
`));

  it("is silent about lists of tensors that somebody goes through", () =>
    find(`export async function rows(x: tf.Tensor) {
  const values = await Promise.all(
    tf.unstack(x).map(async (row) => {
      const data = await row.data();
      row.dispose();
      return data;
    }),
  );
  for (const part of tf.split(x, 2)) part.dispose();
  return values;
}
`));

  it("is silent about functions of the library that make no tensor", () =>
    find(`export async function lists(source: { next(): Promise<object> }) {
  const inside = tf.tensor_util.getTensorsInContainer(await source.next());
  const same = tf.util.arraysEqual(inside[0].shape, [2]);
  return tf.getBackend() === "cpu" || same;
}
`));
});
