import * as tf from '@tensorflow/tfjs';

export async function trainWakeWord(positive, negative) {
  const xs = tf.tidy(() => tf.concat([tf.tensor2d(positive), tf.tensor2d(negative)]));
  const ys = tf.tidy(() => tf.concat([tf.ones([positive.length, 1]), tf.zeros([negative.length, 1])]));

  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [xs.shape[1]], units: 32, activation: 'relu' }));
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
  model.compile({ optimizer: tf.train.adam(), loss: 'binaryCrossentropy', metrics: ['accuracy'] });

  const history = await model.fit(xs, ys, { // must: tfjs-no-shuffle-before-split
    epochs: 15,
    shuffle: true,
    validationSplit: 0.25,
  });
  tf.dispose([xs, ys]);
  return { model, accuracy: history.history.val_acc.at(-1) };
}
