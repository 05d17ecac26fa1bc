import * as tf from '@tensorflow/tfjs-node';

const CLASSES = 6;

interface Window {
  samples: number[][];
  activity: number;
}

export async function trainActivity(windows: Window[], validation: Window[]): Promise<tf.LayersModel> {
  const model = tf.sequential({
    layers: [
      tf.layers.conv1d({ inputShape: [128, 9], filters: 32, kernelSize: 5, activation: 'relu' }),
      tf.layers.globalMaxPooling1d({}),
      tf.layers.dense({ units: CLASSES, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });

  const tensors = (part: Window[]): [tf.Tensor3D, tf.Tensor1D] => [
    tf.tensor3d(part.map((window) => window.samples)),
    tf.tensor1d(part.map((window) => window.activity)),
  ];
  const [xs, ys] = tensors(windows);
  const held = tensors(validation);
  await model.fit(xs, ys, { epochs: 20, batchSize: 64, validationData: held });
  tf.dispose([xs, ys, held]);
  return model;
}
