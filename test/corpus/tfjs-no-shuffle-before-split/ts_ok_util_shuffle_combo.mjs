import * as tf from '@tensorflow/tfjs-node';

export async function trainGestures(recordings) {
  const windows = [];
  const labels = [];
  Object.keys(recordings).forEach((gesture, label) => {
    for (const window of recordings[gesture]) {
      windows.push(window);
      labels.push(label);
    }
  });
  tf.util.shuffleCombo(windows, labels);

  const xs = tf.tensor3d(windows);
  const ys = tf.tensor1d(labels);
  const model = tf.sequential();
  model.add(tf.layers.conv1d({ inputShape: [60, 6], filters: 16, kernelSize: 5, activation: 'relu' }));
  model.add(tf.layers.flatten());
  model.add(tf.layers.dense({ units: Object.keys(recordings).length, activation: 'softmax' }));
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  await model.fit(xs, ys, { epochs: 25, validationSplit: 0.2 });
  tf.dispose([xs, ys]);
  return model;
}
