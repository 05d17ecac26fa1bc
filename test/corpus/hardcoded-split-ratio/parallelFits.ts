import * as tf from '@tensorflow/tfjs';

export async function fitBoth(xs: tf.Tensor2D, ys: tf.Tensor2D): Promise<void> {
  const linear = tf.sequential();
  linear.add(tf.layers.dense({ units: 1, inputShape: [3] }));
  linear.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });
  const deep = tf.sequential();
  deep.add(tf.layers.dense({ units: 20, inputShape: [3], activation: 'tanh' }));
  deep.add(tf.layers.dense({ units: 1 }));
  deep.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });

  await Promise.all([
    linear.fit(xs, ys, { epochs: 100, validationSplit: 0.25, verbose: 0 }),
    deep.fit(xs, ys, { epochs: 100, validationSplit: 0.4, verbose: 0 }), // must: hardcoded-split-ratio
  ]);
}
