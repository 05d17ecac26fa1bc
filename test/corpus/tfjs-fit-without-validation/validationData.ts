import * as tf from '@tensorflow/tfjs-node';

type Pair = [tf.Tensor2D, tf.Tensor2D];

export function splitRows(xs: tf.Tensor2D, ys: tf.Tensor2D, share: number): [Pair, Pair] {
  const count = Math.floor(xs.shape[0] * share);
  const rest = xs.shape[0] - count;
  const [xa, xb] = tf.split(xs, [count, rest]) as [tf.Tensor2D, tf.Tensor2D];
  const [ya, yb] = tf.split(ys, [count, rest]) as [tf.Tensor2D, tf.Tensor2D];
  return [
    [xa, ya],
    [xb, yb],
  ];
}

export async function train(xs: tf.Tensor2D, ys: tf.Tensor2D, share: number): Promise<tf.History> {
  const [[trainX, trainY], validation] = splitRows(xs, ys, share);
  const net = tf.sequential();
  net.add(tf.layers.dense({ units: 8, inputShape: [xs.shape[1]], activation: 'relu' }));
  net.add(tf.layers.dropout({ rate: 0.1 }));
  net.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
  net.compile({ loss: 'binaryCrossentropy', optimizer: 'adam' });
  return net.fit(trainX, trainY, { epochs: 30, validationData: validation, verbose: 0 });
}
