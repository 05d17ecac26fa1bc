import * as tf from '@tensorflow/tfjs-node';
import { loadBikes } from './bikes.js';

async function main(): Promise<void> {
  const { train, validation, test } = await loadBikes('data/bikes.csv');
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [train.xs.shape[1]], units: 64, activation: 'relu' }));
  model.add(tf.layers.dense({ units: 1 }));
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  await model.fit(train.xs, train.ys, {
    epochs: 50,
    verbose: 0,
    validationData: [validation.xs, validation.ys],
  });

  const mse = model.evaluate(test.xs, test.ys) as tf.Scalar; // must: no-baseline-evaluated
  const [value] = await mse.data();
  console.log(`test RMSE: ${Math.sqrt(value!).toFixed(1)} bikes an hour`);
  await model.save('file://./bikes');
}

void main();
