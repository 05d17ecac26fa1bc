import * as tf from '@tensorflow/tfjs-node';

type Normalised = { rows: tf.Tensor2D; mean: number[]; spread: number[] };

/** Brings columns to zero mean and unit spread. */
export function normalise(table: number[][]): Normalised {
  const raw = tf.tensor2d(table);
  const view = raw;
  const { mean, variance } = tf.moments(raw, 0);
  const spread = variance.sqrt();
  raw.dispose();
  const centred = view.sub(mean); // must: tfjs-use-after-dispose
  const rows = centred.div(spread) as tf.Tensor2D;
  const out = { rows, mean: mean.arraySync() as number[], spread: spread.arraySync() as number[] };
  tf.dispose([centred, mean, variance, spread]);
  return out;
}
