import * as tf from '@tensorflow/tfjs-node';

export interface Examples {
  readonly xs: tf.Tensor2D;
  readonly ys: tf.Tensor2D;
}

export function judge(model: tf.LayersModel, test: Examples): number {
  const loss = model.evaluate(test.xs, test.ys) as tf.Scalar;
  return loss.arraySync();
}
