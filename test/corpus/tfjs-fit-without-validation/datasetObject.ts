import * as tf from '@tensorflow/tfjs-node';

const rows = tf.data.csv('file://./housing-train.csv', { columnConfigs: { price: { isLabel: true } } });
const heldOut = tf.data.csv('file://./housing-test.csv', { columnConfigs: { price: { isLabel: true } } });

function batched(source: tf.data.CSVDataset): tf.data.Dataset<tf.TensorContainer> {
  return source
    .map((row) => {
      const { xs, ys } = row as unknown as { xs: Record<string, number>; ys: Record<string, number> };
      return { xs: Object.values(xs), ys: Object.values(ys) };
    })
    .batch(64);
}

export async function main(): Promise<void> {
  const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [12], units: 1 })] });
  model.compile({ optimizer: tf.train.adam(0.01), loss: 'meanSquaredError' });
  await model.fitDataset(batched(rows), {
    epochs: 10,
    validationData: batched(heldOut),
  });
  await model.save('file://./housing');
}
