import * as tf from '@tensorflow/tfjs-node';
import { shuffledRows } from './rows.js';

export async function main(): Promise<void> {
  const rows = await shuffledRows('data/bikes.json', 7);
  const cut = Math.floor(rows.length * 0.8); // must: hardcoded-split-ratio
  const train = rows.slice(0, cut);
  const test = rows.slice(cut);

  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [train[0]!.x.length], units: 32, activation: 'relu' }));
  model.add(tf.layers.dense({ units: 1 }));
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  const tensors = (part: typeof rows): [tf.Tensor2D, tf.Tensor2D] => [
    tf.tensor2d(part.map(({ x }) => x)),
    tf.tensor2d(part.map(({ y }) => [y])),
  ];
  const [xs, ys] = tensors(train);
  await model.fit(xs, ys, { epochs: 40, validationData: tensors(test) });
  await model.save('file://./bikes');
}

void main();
