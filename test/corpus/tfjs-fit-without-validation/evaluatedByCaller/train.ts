// main
import * as tf from '@tensorflow/tfjs-node';
import { judge, type Examples } from './model';

export async function run(train: Examples, test: Examples): Promise<void> {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [5], units: 12, activation: 'relu' }));
  model.add(tf.layers.dense({ units: 1 }));
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  await model.fit(train.xs, train.ys, { epochs: 60, batchSize: 16 });
  console.log('test loss', judge(model, test));
}
