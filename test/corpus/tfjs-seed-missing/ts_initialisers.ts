import * as tf from '@tensorflow/tfjs-node';

export function build(inputs: number): tf.Sequential {
  const model = tf.sequential();
  model.add(
    tf.layers.dense({
      inputShape: [inputs],
      units: 64,
      activation: 'relu',
      kernelInitializer: tf.initializers.heNormal({}), // must: tfjs-seed-missing
    }),
  );
  model.add(tf.layers.dense({ units: 1, kernelInitializer: tf.initializers.glorotUniform({ seed: 11 }) }));
  model.compile({ optimizer: tf.train.adam(0.001), loss: 'meanSquaredError' });
  return model;
}

export async function train(xs: tf.Tensor2D, ys: tf.Tensor2D, held: [tf.Tensor2D, tf.Tensor2D]): Promise<number> {
  const model = build(xs.shape[1]);
  const { history } = await model.fit(xs, ys, { epochs: 30, shuffle: false, validationData: held });
  model.dispose();
  return Number(history['val_loss']?.at(-1));
}
