import * as tf from '@tensorflow/tfjs-node';
import { readFile } from 'node:fs/promises';

const kernelInitializer = tf.initializers.varianceScaling({ scale: 1, mode: 'fanIn', distribution: 'normal', seed: 3 });
const { train, validation } = JSON.parse(await readFile('tones.json', 'utf8'));

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [64], units: 20, activation: 'relu', kernelInitializer }));
model.add(tf.layers.dense({ units: 12, kernelInitializer }));
const optimizer = tf.train.sgd(0.05);

function lossOf(rows) {
  const wanted = tf.oneHot(tf.tensor1d(rows.map((row) => row.tone), 'int32'), 12);
  const raw = model.apply(tf.tensor2d(rows.map((row) => row.spectrum)), { training: true });
  return tf.losses.softmaxCrossEntropy(wanted, raw);
}

for (let epoch = 0; epoch < 10; epoch++) {
  tf.util.shuffle(train); // must: tfjs-seed-missing
  for (let at = 0; at < train.length; at += 50) {
    optimizer.minimize(() => lossOf(train.slice(at, at + 50)));
  }
  const loss = tf.tidy(() => lossOf(validation));
  console.log(epoch, (await loss.data())[0]);
  loss.dispose();
}
