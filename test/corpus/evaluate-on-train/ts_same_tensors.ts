import * as tf from '@tensorflow/tfjs-node';
import { readTitanic } from './titanic.js';

async function main(): Promise<void> {
  const { xs, ys } = await readTitanic('titanic.csv');
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [xs.shape[1]!], units: 16, activation: 'relu' }));
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
  model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy', metrics: ['accuracy'] });

  await model.fit(xs, ys, { epochs: 60, batchSize: 32, verbose: 0 }); // must: tfjs-fit-without-validation
  const [loss, accuracy] = model.evaluate(xs, ys) as tf.Scalar[]; // must: evaluate-on-train
  console.log(`loss ${(await loss!.data())[0]}, accuracy ${(await accuracy!.data())[0]}`);
}

void main();
