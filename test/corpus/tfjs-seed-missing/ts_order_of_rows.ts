import * as tf from '@tensorflow/tfjs-node';

const init = tf.initializers.leCunNormal({ seed: 5 });

export async function trainWords(
  train: tf.data.Dataset<{ xs: tf.Tensor; ys: tf.Tensor }>,
  validation: tf.data.Dataset<{ xs: tf.Tensor; ys: tf.Tensor }>,
): Promise<tf.LayersModel> {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ inputShape: [300], units: 40, activation: 'selu', kernelInitializer: init }),
      tf.layers.dense({ units: 4, activation: 'softmax', kernelInitializer: init }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
  const mixed = train.shuffle(2048); // must: tfjs-seed-missing
  await model.fitDataset(mixed.batch(64), { epochs: 6, validationData: validation.batch(64) });
  return model;
}
