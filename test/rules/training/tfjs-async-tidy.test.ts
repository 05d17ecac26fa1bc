import { expectFindings } from "../expect-findings.js";

const rule = "tfjs-async-tidy";
const head = `import * as tf from "@tensorflow/tfjs";

`;
const find = (source: string): void => expectFindings(rule, head + source, { language: "typescript" });

describe(rule, () => {
  it("finds async functions, however they are handed over", () =>
    find(`const read = async () => (await x.data())[0];
async function step() {
  await x.data();
}
export async function run() {
  await tf.tidy(async () => { await x.data(); });
        ~~~~~~~ \`tf.tidy\` does not wait for an async function, and refuses the promise that it gets: \`await\` outside of it.
  tf.tidy("named", async function () {});
  ~~~~~~~
  tf.tidy(read);
  ~~~~~~~
  tf.tidy(step);
  ~~~~~~~
}
`));

  it("finds functions that return a promise", () =>
    find(`const model = tf.sequential();
export const values = (x: tf.Tensor) => tf.tidy(() => x.mul(2).data());
                                        ~~~~~~~ This function gives \`tf.tidy\` a promise, which it refuses: return the tensor, and wait for it outside.
tf.tidy(() => {
~~~~~~~
  return model.fit(tf.ones([1]), tf.ones([1]), { epochs: 2 }).then(show);
});
`));

  it("is silent about tidies that wait for nothing", () =>
    find(`export async function run(x: tf.Tensor) {
  const y = tf.tidy(() => x.mul(2));
  const z = await tf.tidy(() => x.mul(2)).data();
  tf.tidy(() => {
    button.onclick = async () => {};
    return tf.scalar(1);
  });
  return [y, z, tf.tidy(() => x.dataSync())];
}
`));
});
