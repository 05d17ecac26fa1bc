import * as tf from '@tensorflow/tfjs-node';

function build(units: number): tf.Sequential {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [8], units, activation: 'relu' }));
  model.add(tf.layers.dense({ units: 1 }));
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  return model;
}

export async function compare(xs: tf.Tensor2D, ys: tf.Tensor2D): Promise<void> {
  const small = build(8);
  await small.fit(xs, ys, { epochs: 20, validationSplit: 0.2 });

  const large = build(64);
  await large.fit(xs, ys, { epochs: 20, validationSplit: 0.1 }); // must: hardcoded-split-ratio
}
