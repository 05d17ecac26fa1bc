import { expectFindings } from "../expect-findings.js";

const rule = "tfjs-promise-not-awaited";
const head = `import * as tf from "@tensorflow/tfjs";

`;
const find = (source: string): void => expectFindings(rule, head + source, { language: "typescript" });

describe(rule, () => {
  it("finds promises that are dropped", () =>
    find(`async function train(model: tf.LayersModel, xs: tf.Tensor, ys: tf.Tensor) {
  model.fit(xs, ys, { epochs: 3 });
  ~~~~~~~~~ Nobody waits for \`model.fit\`: the next line runs before it is done, and its errors are lost. \`await\` it.
  const history = model.fitDataset(rows, { epochs: 3 });
                  ~~~~~~~~~~~~~~~~
  if (done) model.save("downloads://model");
            ~~~~~~~~~~
  tf.nextFrame();
  ~~~~~~~~~~~~
}
button.onclick = () => {
  const net = tf.sequential();
  net.fit(rows, labels, { epochs: 3 });
  ~~~~~~~
};
`));

  it("finds promises that are taken for what they give", () =>
    find(`const model = tf.loadLayersModel("/model.json");
              ~~~~~~~~~~~~~~~~~~ \`tf.loadLayersModel\` gives a promise, which is used below as if it were the result: \`await\` it.
const guess = model.predict(tf.ones([1]));
const scores = tf.ones([3]).square();
const best = Math.max(...scores.data());
                         ~~~~~~~~~~~
console.log(scores.data()[0], scores.array().length);
            ~~~~~~~~~~~ \`scores.data\` gives a promise, which is used here as if it were the result: \`await\` it.
                              ~~~~~~~~~~~~
const { history } = tf.sequential().fit(scores, scores);
                                    ~~~
class Net {
  model: tf.LayersModel;
  constructor() {
    this.model = tf.loadLayersModel("/model.json");
                 ~~~~~~~~~~~~~~~~~~
  }
  predict(x: tf.Tensor) {
    return this.model.predict(x);
  }
}
`));

  it("is silent about promises that somebody waits for", () =>
    find(`const ready = tf.loadLayersModel("/model.json");
let net: tf.LayersModel;
export async function run(xs: tf.Tensor, ys: tf.Tensor) {
  net = await ready;
  const training = net.fit(xs, ys);
  const saving = net.save("localstorage://net");
  await Promise.all([training, saving]);
  const waiting = net.fit(xs, ys);
  waiting.then(() => console.log("done")).catch(console.error);
  void net.save("localstorage://net");
  net.fit(xs, ys).then(show);
  const jobs = [];
  for (const one of [xs, ys]) jobs.push(one.data());
  const [a, b] = await Promise.all([xs.data(), ys.data()]);
  const values = await xs.array();
  return net.fit(xs, ys);
}
export const train = (xs: tf.Tensor) => net.fit(xs, xs);
class Net {
  model?: Promise<tf.LayersModel>;
  async predict(x: tf.Tensor) {
    this.model ??= tf.loadLayersModel("/model.json");
    return (await this.model).predict(x);
  }
}
`));

  it("is silent about methods of the same names elsewhere", () =>
    find(`export function other(canvas: CanvasRenderingContext2D, editor: Editor, frame: Frame) {
  canvas.save();
  editor.save("draft");
  const all = frame.data();
  scaler.fit([1, 2]);
  return all[0] + tf.memory().numTensors;
}
`));
});
