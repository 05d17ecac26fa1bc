import * as tf from '@tensorflow/tfjs';

const FIT_OPTIONS: tf.ModelFitArgs = {
  epochs: 25,
  batchSize: 32,
  validationSplit: 0.15,
};

function regression(width: number): tf.Sequential {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [width], units: 1 }));
  model.compile({ optimizer: tf.train.sgd(0.01), loss: 'meanSquaredError' });
  return model;
}

export async function run(xs: tf.Tensor2D, ys: tf.Tensor2D, onEpochEnd: (epoch: number) => void): Promise<void> {
  const model = regression(xs.shape[1]);
  await model.fit(xs, ys, { ...FIT_OPTIONS, callbacks: { onEpochEnd } });
}

export async function runWith(xs: tf.Tensor2D, ys: tf.Tensor2D, options: tf.ModelFitArgs): Promise<void> {
  const model = regression(xs.shape[1]);
  await model.fit(xs, ys, options);
}
