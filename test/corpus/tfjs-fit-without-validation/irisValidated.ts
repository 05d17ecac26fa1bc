import * as tf from '@tensorflow/tfjs-node';

export async function train(xs: tf.Tensor2D, ys: tf.Tensor2D): Promise<tf.LayersModel> {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ inputShape: [4], units: 10, activation: 'relu' }),
      tf.layers.dense({ units: 3, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  await model.fit(xs, ys, {
    epochs: 50,
    batchSize: 16,
    shuffle: true,
    validationSplit: 0.2,
    callbacks: tf.callbacks.earlyStopping({ monitor: 'val_loss', patience: 5 }),
  });
  return model;
}
