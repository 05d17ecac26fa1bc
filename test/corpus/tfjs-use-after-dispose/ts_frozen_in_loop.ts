import * as tf from '@tensorflow/tfjs';

interface Batch {
  xs: tf.Tensor4D;
  ys: tf.Tensor2D;
}

export async function adversarial(model: tf.LayersModel, batch: Batch, steps: number, size: number): Promise<Float32Array> {
  const { xs, ys } = batch;
  const gradient = tf.grad((x) => tf.losses.softmaxCrossEntropy(ys, model.predict(x) as tf.Tensor) as tf.Scalar);
  const first = gradient(xs);
  const direction = first.sign();
  tf.dispose([xs, first]);

  const moved = tf.tidy(() => xs.add(direction.mul(size * steps)).clipByValue(0, 1)); // must: tfjs-use-after-dispose
  const pixels = (await moved.data()) as Float32Array;
  tf.dispose([moved, direction, ys]);
  return pixels;
}
