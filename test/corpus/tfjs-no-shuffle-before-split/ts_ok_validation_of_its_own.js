import * as tf from '@tensorflow/tfjs';

// Class after class on both sides, but the last rows of nothing are cut off.
const stackByClass = (groups) => ({
  xs: tf.tidy(() => tf.concat(groups.map((rows) => tf.tensor2d(rows)))),
  ys: tf.tidy(() => tf.concat(groups.map((rows, label) => tf.fill([rows.length], label)))),
});

export async function trainBirds(trainGroups, validationGroups) {
  const train = stackByClass(trainGroups);
  const validation = stackByClass(validationGroups);
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [train.xs.shape[1]], units: trainGroups.length, activation: 'softmax' }));
  model.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' });
  await model.fit(train.xs, train.ys, {
    epochs: 40,
    shuffle: true,
    validationData: [validation.xs, validation.ys],
  });
  tf.dispose([train, validation]);
  return model;
}
