import * as tf from '@tensorflow/tfjs';
import { split } from './split.js';

/** Chance in the training and in the demo, but none in which rows are held out. */
export async function trainAndShow(rows, show) {
  const { train, test } = split(rows, { by: 'patient' });
  const noisy = train.map((row) => ({ ...row, x: row.x.map((value) => value + 0.01 * (Math.random() - 0.5)) }));
  noisy.sort(() => Math.random() - 0.5);

  const xs = tf.tensor2d(noisy.map((row) => row.x));
  const ys = tf.tensor2d(noisy.map((row) => [row.y]));
  const heldXs = tf.tensor2d(test.map((row) => row.x));
  const heldYs = tf.tensor2d(test.map((row) => [row.y]));
  const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [xs.shape[1]], units: 1 })] });
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  await model.fit(xs, ys, { epochs: 30, validationData: [heldXs, heldYs] });

  const one = test[Math.floor(Math.random() * test.length)];
  const output = tf.tidy(() => model.predict(tf.tensor2d([one.x])));
  show(one, (await output.data())[0]);
  tf.dispose([xs, ys, heldXs, heldYs, output]);
}
