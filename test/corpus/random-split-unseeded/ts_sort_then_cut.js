import * as tf from '@tensorflow/tfjs-node';

const VALIDATION_SHARE = 0.2;

export function split(rows) {
  const mixed = [...rows].sort(() => Math.random() - 0.5); // must: random-split-unseeded
  const held = Math.round(mixed.length * VALIDATION_SHARE);
  return { test: mixed.slice(0, held), train: mixed.slice(held) };
}

export async function run(rows) {
  const { train, test } = split(rows);
  const xs = tf.tensor2d(train.map((row) => row.x));
  const ys = tf.tensor2d(train.map((row) => [row.y]));
  const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [xs.shape[1]], units: 1 })] });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  await model.fit(xs, ys, { epochs: 100, verbose: 0 });
  const testXs = tf.tensor2d(test.map((row) => row.x));
  const testYs = tf.tensor2d(test.map((row) => [row.y]));
  const loss = model.evaluate(testXs, testYs);
  console.log((await loss.data())[0]);
  tf.dispose([xs, ys, testXs, testYs, loss]);
  return model;
}
