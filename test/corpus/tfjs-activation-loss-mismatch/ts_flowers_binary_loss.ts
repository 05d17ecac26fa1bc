import * as tf from '@tensorflow/tfjs-node';

const CLASSES = ['daisy', 'rose', 'tulip', 'sunflower', 'dandelion'];

export function flowerModel(size: number): tf.Sequential {
  const model = tf.sequential();
  model.add(tf.layers.conv2d({ inputShape: [size, size, 3], filters: 16, kernelSize: 3, activation: 'relu' }));
  model.add(tf.layers.maxPooling2d({ poolSize: [2, 2] }));
  model.add(tf.layers.conv2d({ filters: 32, kernelSize: 3, activation: 'relu' }));
  model.add(tf.layers.globalAveragePooling2d({}));
  model.add(tf.layers.dense({ units: CLASSES.length, activation: 'softmax' }));
  model.compile({
    optimizer: tf.train.adam(0.001),
    loss: 'binaryCrossentropy', // must: tfjs-activation-loss-mismatch
    metrics: ['accuracy'],
  });
  return model;
}

export async function train(xs: tf.Tensor4D, labels: number[], validation: [tf.Tensor4D, tf.Tensor2D]): Promise<tf.Sequential> {
  const ys = tf.oneHot(tf.tensor1d(labels, 'int32'), CLASSES.length);
  const model = flowerModel(xs.shape[1]);
  await model.fit(xs, ys, { epochs: 12, batchSize: 32, validationData: validation });
  ys.dispose();
  return model;
}
