import * as tf from '@tensorflow/tfjs';

export async function trainAndTest(
  train: { xs: tf.Tensor4D; ys: tf.Tensor2D },
  test: { xs: tf.Tensor4D; ys: tf.Tensor2D },
): Promise<number> {
  const model = tf.sequential();
  model.add(tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 5, activation: 'relu' }));
  model.add(tf.layers.flatten());
  model.add(tf.layers.dense({ units: 10, activation: 'softmax' }));
  model.compile({ optimizer: 'rmsprop', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });

  await model.fit(train.xs, train.ys, { batchSize: 320, epochs: 3 });

  const result = model.evaluate(test.xs, test.ys) as tf.Scalar[];
  const accuracy = (await result[1]!.data())[0]!;
  result.forEach((t) => t.dispose());
  return accuracy;
}
