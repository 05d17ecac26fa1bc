import * as tf from '@tensorflow/tfjs';

const HIDDEN = 12;

export async function fitCurve(points, heldOut, steps = 400) {
  const w1 = tf.variable(tf.randomNormal([1, HIDDEN])); // must: tfjs-seed-missing
  const b1 = tf.variable(tf.zeros([HIDDEN]));
  const w2 = tf.variable(tf.randomUniform([HIDDEN, 1], -0.3, 0.3)); // must: tfjs-seed-missing
  const b2 = tf.variable(tf.zeros([1]));
  const f = (x) => x.matMul(w1).add(b1).tanh().matMul(w2).add(b2);

  const xs = tf.tensor2d(points.map(([x]) => [x]));
  const ys = tf.tensor2d(points.map(([, y]) => [y]));
  const optimizer = tf.train.adam(0.02);
  for (let step = 0; step < steps; step++) {
    optimizer.minimize(() => tf.losses.meanSquaredError(ys, f(xs)));
    if (step % 50 === 0) await tf.nextFrame();
  }

  const error = tf.tidy(() => {
    const x = tf.tensor2d(heldOut.map(([a]) => [a]));
    const y = tf.tensor2d(heldOut.map(([, b]) => [b]));
    return tf.losses.meanSquaredError(y, f(x));
  });
  const [value] = await error.data();
  tf.dispose([xs, ys, error]);
  return { predict: (x) => tf.tidy(() => f(tf.tensor2d([[x]]))), value };
}
