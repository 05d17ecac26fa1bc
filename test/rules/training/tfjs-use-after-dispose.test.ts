import { expectFindings } from "../expect-findings.js";

const rule = "tfjs-use-after-dispose";
const head = `import * as tf from "@tensorflow/tfjs";

`;
const find = (source: string): void => expectFindings(rule, head + source, { language: "typescript" });

describe(rule, () => {
  it("finds a method, an argument and what is given to a model", () =>
    find(`function run(model: tf.LayersModel, rows: number[][]) {
  const x = tf.tensor2d(rows);
  const mean = x.mean(0);
  x.dispose();
  const centred = tf.sub(x, mean);
                         ~ \`x\` is used here after it was disposed: dispose it after the last use.
  mean.dispose();
  const y = centred.add(mean);
                        ~~~~
  tf.dispose([centred, y]);
  return model.predict(centred);
                       ~~~~~~~
}
`));

  it("finds an alias, a parameter by its type, and a helper that disposes", () =>
    find(`function free(t: tf.Tensor) {
  t.dispose();
}

export async function mean(values: tf.Tensor1D) {
  const same = values;
  free(values);
  return (await same.mean().data())[0];
                ~~~~
}
`));

  it("finds what is returned after it was disposed", () =>
    find(`export function normalise(image: tf.Tensor3D): tf.Tensor3D {
  const scaled = image.div(255);
  scaled.dispose();
  return scaled;
         ~~~~~~
}
`));

  it("finds what leaves a tidy by a variable outside", () =>
    find(`let kept: tf.Tensor;
let lost: tf.Tensor;
const result = tf.tidy(() => {
  const a = tf.ones([2, 2]);
  kept = tf.keep(a.add(1));
  lost = a.mul(2);
  return lost.sum();
});
kept.print();
result.print();
lost.print();
~~~~ \`lost\` was made in a \`tidy\` that does not return it, so it is gone: return it, or mark it with \`tf.keep\`.
`));

  it("finds tensors that a loop disposes in its first turn", () =>
    find(`async function train(model: tf.LayersModel, rows: number[][], labels: number[]) {
  const xs = tf.tensor2d(rows);
  const ys = tf.tensor1d(labels);
  for (let epoch = 0; epoch < 10; epoch++) {
    await model.fit(xs, ys, { validationSplit: 0.1 });
                    ~~ \`xs\` is disposed in this loop, so it is gone in the next turn: dispose it after the loop.
                        ~~
    xs.dispose();
    ys.dispose();
  }
}
`));

  it("is silent about a tensor that is read before", () =>
    find(`async function read(values: number[]) {
  const x = tf.tensor1d(values);
  const sum = x.sum();
  const [total] = await sum.data();
  x.dispose();
  sum.dispose();
  sum.dispose();
  return total;
}
`));

  it("is silent about a name that holds another tensor by then", () =>
    find(`let state = tf.zeros([4]);
for (let i = 0; i < 5; i++) {
  const next = state.add(1);
  state.dispose();
  state = next;
}
state.print();

let x = tf.ones([2]);
x.dispose();
x = tf.ones([3]);
x.print();

for (const row of rows) {
  const t = tf.tensor1d(row);
  t.print();
  t.dispose();
}
`));

  it("is silent where only one way disposes", () =>
    find(`function clip(x: tf.Tensor, on: boolean) {
  if (!on) {
    x.dispose();
    return tf.zeros([1]);
  }
  return x.clipByValue(0, 1);
}

function choose(x: tf.Tensor, mode: string) {
  switch (mode) {
    case "drop":
      x.dispose();
      break;
    case "show":
      x.print();
      break;
  }
  const done = mode === "end" ? x.dispose() : x.print();
}
`));

  it("is silent about what is disposed later, by somebody else", () =>
    find(`function hook(onEnd: (f: () => void) => void) {
  const x = tf.ones([2]);
  onEnd(() => x.dispose());
  return x.add(1);
}
`));

  it("is silent about what a tidy returns, and about variables", () =>
    find(`let weights: tf.Variable;
const { a, b } = tf.tidy(() => {
  weights = tf.variable(tf.zeros([2]));
  const a = tf.ones([2]);
  return { a, b: a.mul(2) };
});
a.print();
b.print();
weights.print();
const shared = tf.tidy(() => a.add(b));
shared.print();
`));

  it("is silent about other things that can be disposed", () =>
    find(`import { Mesh } from "three";
const mesh = new Mesh();
mesh.dispose();
mesh.update();
`));

  it("knows a field that begins as null and that another method sets", () =>
    find(`class Reader {
  private net: tf.LayersModel | null = null;
  async open(url: string) {
    this.net = await tf.loadLayersModel(url);
  }
  async read(page: tf.Tensor) {
    if (this.net === null) throw new Error("closed");
    const letters = this.net.predict(page) as tf.Tensor;
    letters.dispose();
    return letters.data();
           ~~~~~~~
  }
}
`));

  it("knows the parts of what a tidy makes", () =>
    expectFindings(
      "tfjs-use-after-dispose",
      `import * as tf from "@tensorflow/tfjs";
async function nearest(x) {
  let order;
  const best = tf.tidy(() => {
    order = tf.topk(x, 3).indices;
    return x.max();
  });
  console.log(await best.data(), await order.data());
                                       ~~~~~
  const { values, indices } = tf.tidy(() => tf.topk(x, 3));
  console.log(await values.data(), await indices.data());
}
`,
      { language: "typescript" },
    ));

  it("is silent about what the turn before has returned under another name", () =>
    expectFindings(
      "tfjs-use-after-dispose",
      `import * as tf from "@tensorflow/tfjs";
async function sample(start) {
  let roll = start;
  for (let i = 0; i < 9; i++) {
    roll = tf.tidy(() => {
      const next = tf.where(mask, draw(), roll);
      roll.dispose();
      return next;
    });
    await tf.nextFrame();
  }
  return roll;
}
`,
      { language: "typescript" },
    ));
});
