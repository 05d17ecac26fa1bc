import * as tf from '@tensorflow/tfjs-node';

/** Noise around a sine, as one tensor with the answer in its last column. */
export async function learnSine(table) {
  const trainRows = table.slice([0, 0], [700, -1]); // must: hardcoded-split-slice
  const testRows = table.slice([700, 0]);
  const parts = (rows) => tf.split(rows, [rows.shape[1] - 1, 1], 1);

  const [xs, ys] = parts(trainRows);
  const [testXs, testYs] = parts(testRows);
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [xs.shape[1]], units: 16, activation: 'tanh' }));
  model.add(tf.layers.dense({ units: 1 }));
  model.compile({ optimizer: tf.train.adam(0.01), loss: 'meanSquaredError' });
  await model.fit(xs, ys, { epochs: 200, verbose: 0 });
  const loss = model.evaluate(testXs, testYs);
  console.log('test', (await loss.data())[0]);
  tf.dispose([trainRows, testRows, xs, ys, testXs, testYs, loss]);
  return model;
}
