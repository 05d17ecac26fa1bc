import * as tf from '@tensorflow/tfjs';

/** A loop of our own: batches are trained one by one and the rest of the rows is scored after each epoch. */
export async function trainByHand(
  model: tf.LayersModel,
  batches: readonly { xs: tf.Tensor; ys: tf.Tensor }[],
  rest: { xs: tf.Tensor; ys: tf.Tensor },
  epochs: number,
): Promise<number[]> {
  const curve: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { xs, ys } of batches) await model.trainOnBatch(xs, ys);
    const loss = model.evaluate(rest.xs, rest.ys, { verbose: 0 }) as tf.Scalar;
    curve.push((await loss.data())[0]!);
    loss.dispose();
  }
  return curve;
}
