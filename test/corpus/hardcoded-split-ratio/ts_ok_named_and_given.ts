import * as tf from '@tensorflow/tfjs';

const TEST_SHARE = 0.2;

interface Options {
  testShare?: number;
  dropout?: number;
}

export function split<T>(rows: readonly T[], { testShare = TEST_SHARE }: Options = {}): [T[], T[]] {
  const cut = rows.length - Math.ceil(rows.length * testShare);
  return [rows.slice(0, cut), rows.slice(cut)];
}

export function model(width: number, { dropout = 0.3 }: Options = {}): tf.Sequential {
  const net = tf.sequential();
  net.add(tf.layers.dense({ inputShape: [width], units: Math.ceil(width * 0.5), activation: 'relu' }));
  net.add(tf.layers.dropout({ rate: dropout }));
  net.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
  net.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
  return net;
}

export async function train(net: tf.LayersModel, xs: tf.Tensor2D, ys: tf.Tensor2D): Promise<void> {
  await net.fit(xs, ys, { epochs: 20, validationSplit: 0.1 });
}
