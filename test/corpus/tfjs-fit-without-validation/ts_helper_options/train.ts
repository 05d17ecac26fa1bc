// main
import * as tf from '@tensorflow/tfjs-node';
import { fitOptions } from './options.js';

export async function trainRanker(xs: tf.Tensor2D, ys: tf.Tensor2D, quick: boolean): Promise<tf.LayersModel> {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [xs.shape[1]], units: 48, activation: 'relu' }));
  model.add(tf.layers.dropout({ rate: 0.2 }));
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
  model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
  await model.fit(xs, ys, fitOptions(quick)); // must: tfjs-fit-without-validation
  await model.save('file://./ranker');
  return model;
}
