import * as tf from '@tensorflow/tfjs-node';

const COLUMNS = { strength: { isLabel: true } };

function pipeline(path) {
  return tf.data
    .csv(`file://${path}`, { columnConfigs: COLUMNS })
    .map(({ xs, ys }) => ({ xs: Object.values(xs), ys: Object.values(ys) }))
    .batch(32);
}

export async function trainConcrete() {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [8], units: 32, activation: 'relu' }));
  model.add(tf.layers.dense({ units: 1 }));
  model.compile({ optimizer: tf.train.rmsprop(0.002), loss: 'meanAbsoluteError' });

  model.fitDataset(pipeline('./concrete-train.csv'), { // must: tfjs-promise-not-awaited
    epochs: 60,
    validationData: pipeline('./concrete-validation.csv'),
  });
  await model.save('file://./concrete');
  return model;
}

await trainConcrete();
