import * as tf from '@tensorflow/tfjs';

interface Batch {
  images: tf.Tensor4D;
  labels: tf.Tensor2D;
}

export function digits(): tf.Sequential {
  return tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [28, 28, 1], kernelSize: 5, filters: 8, activation: 'relu' }),
      tf.layers.maxPooling2d({ poolSize: 2, strides: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 10, activation: 'softmax' }),
    ],
  });
}

export async function train(source: AsyncIterable<Batch>, onLoss: (loss: number) => void): Promise<tf.Sequential> {
  const model = digits();
  const optimizer = tf.train.momentum(0.01, 0.9);
  for await (const { images, labels } of source) {
    const cost = optimizer.minimize(() => {
      const predictions = model.apply(images, { training: true }) as tf.Tensor2D;
      return tf.losses.softmaxCrossEntropy(labels, predictions) as tf.Scalar; // must: tfjs-activation-loss-mismatch
    }, true)!;
    onLoss((await cost.data())[0]!);
    tf.dispose([cost, images, labels]);
  }
  return model;
}
