import * as tf from '@tensorflow/tfjs-node';
import { loadRents } from './rents.js';

const absoluteError = (wanted: tf.Tensor, told: tf.Tensor | tf.Scalar): tf.Scalar => wanted.sub(told).abs().mean();

async function main(): Promise<void> {
  const { train, test } = await loadRents('rents.csv');
  const baseline = tf.tidy(() => absoluteError(test.ys, train.ys.mean()));
  console.log(`mean of the training rents: ${(await baseline.data())[0]}`);

  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [train.xs.shape[1]], units: 1 }));
  model.compile({ optimizer: tf.train.adam(0.05), loss: 'meanAbsoluteError' });
  await model.fit(train.xs, train.ys, { epochs: 80, verbose: 0 });
  const loss = model.evaluate(test.xs, test.ys) as tf.Scalar;
  console.log(`model: ${(await loss.data())[0]}`);
}

void main();
