import * as tf from '@tensorflow/tfjs';

const THRESHOLD = 0.65;

export function makeModel(): tf.LayersModel {
  const input = tf.input({ shape: [28, 28, 1] });
  const conv = tf.layers.conv2d({ filters: 8, kernelSize: 3, activation: 'relu' }).apply(input);
  const pooled = tf.layers.dropout({ rate: 0.25 }).apply(tf.layers.flatten().apply(conv));
  const hidden = tf.layers.dropout({ rate: 0.5 }).apply(tf.layers.dense({ units: 32 }).apply(pooled));
  const output = tf.layers.dense({ units: 1, activation: 'sigmoid' }).apply(hidden) as tf.SymbolicTensor;
  const model = tf.model({ inputs: input, outputs: output });
  model.compile({ optimizer: tf.train.sgd(0.1), loss: 'binaryCrossentropy', metrics: ['accuracy'] });
  return model;
}

export async function train(model: tf.LayersModel, xs: tf.Tensor4D, ys: tf.Tensor2D): Promise<number> {
  await model.fit(xs, ys, { batchSize: 64, epochs: 5, validationSplit: 0.15 });
  const share = tf.tidy(() => (model.predict(xs) as tf.Tensor).greater(THRESHOLD).mean().arraySync());
  return Number(share);
}
