import * as tf from '@tensorflow/tfjs-node';
import { readFile } from 'node:fs/promises';

const SPECIES = new Map([
  ['adelie', 0],
  ['chinstrap', 1],
  ['gentoo', 2],
]);

const lines = (await readFile('penguins-shuffled.csv', 'utf8')).trim().split('\n').slice(1);
const cells = lines.map((line) => line.split(','));
const xs = tf.tensor2d(cells.map(([, ...numbers]) => numbers.map(Number)));
const ys = tf.tensor1d(cells.map(([species]) => SPECIES.get(species)), 'float32');

const model = tf.sequential();
model.add(tf.layers.dense({ units: 16, activation: 'relu', inputShape: [xs.shape[1]] }));
model.add(tf.layers.dense({ units: SPECIES.size, activation: 'softmax' }));
model.compile({
  optimizer: 'adam',
  loss: 'categoricalCrossentropy', // must: tfjs-activation-loss-mismatch
  metrics: ['accuracy'],
});
await model.fit(xs, ys, { epochs: 80, validationSplit: 0.25, verbose: 0 });
await model.save('file://./penguins');
