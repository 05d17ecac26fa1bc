import * as tf from '@tensorflow/tfjs-node';
import { readFileSync } from 'node:fs';

interface Flower {
  features: number[];
  label: number;
}

function load(path: string): Flower[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number))
    .map((cells) => ({ features: cells.slice(0, 4), label: cells[4]! }));
}

async function main(): Promise<void> {
  const flowers = load('iris.csv');
  const xs = tf.tensor2d(flowers.map((f) => f.features));
  const ys = tf.oneHot(tf.tensor1d(flowers.map((f) => f.label), 'int32'), 3);

  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [4], units: 10, activation: 'relu' }));
  model.add(tf.layers.dense({ units: 3, activation: 'softmax' }));
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });

  await model.fit(xs, ys, { epochs: 50, batchSize: 16 }); // must: tfjs-fit-without-validation
  await model.save('file://./iris-model');
}

void main();
