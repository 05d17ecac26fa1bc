import * as tf from '@tensorflow/tfjs-node';
import { readFile } from 'node:fs/promises';

interface Review {
  counts: number[];
  stars: number;
}

export async function trainStars(path: string): Promise<tf.Sequential> {
  const reviews = JSON.parse(await readFile(path, 'utf8')) as Review[];
  const held = reviews.slice(-500); // must: hardcoded-split-slice
  const rest = reviews.slice(0, -500);

  const pack = (part: Review[]): [tf.Tensor2D, tf.Tensor2D] => [
    tf.tensor2d(part.map((review) => review.counts)),
    tf.tensor2d(part.map((review) => [review.stars])),
  ];
  const [xs, ys] = pack(rest);
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [xs.shape[1]], units: 64, activation: 'relu' }));
  model.add(tf.layers.dense({ units: 1 }));
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  await model.fit(xs, ys, { epochs: 12, validationData: pack(held) });
  return model;
}
