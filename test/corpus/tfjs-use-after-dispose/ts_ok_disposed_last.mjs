import * as tf from '@tensorflow/tfjs-node';

export async function summary(rows) {
  let table = tf.tensor2d(rows);
  if (table.shape[0] === 0) {
    table.dispose();
    return null;
  }
  const scaled = tf.tidy(() => table.sub(table.mean(0)));
  table.dispose();
  table = scaled;

  try {
    const spread = tf.tidy(() => table.square().mean(0).sqrt());
    const values = Array.from(await spread.data());
    spread.dispose();
    return { rows: table.shape[0], spread: values };
  } finally {
    if (!table.isDisposed) table.dispose();
  }
}
