import * as tf from '@tensorflow/tfjs-node';
import { readFileSync } from 'node:fs';

interface Pair {
  input: number[];
  target: number[];
}

const EPOCHS = 20;
const BATCH = 32;

function batches(rows: readonly Pair[]): Pair[][] {
  const parts: Pair[][] = [];
  for (let at = 0; at < rows.length; at += BATCH) parts.push(rows.slice(at, at + BATCH));
  return parts;
}

function network(width: number): tf.Sequential {
  return tf.sequential({
    layers: [
      tf.layers.dense({ inputShape: [width], units: 32, activation: 'relu' }),
      tf.layers.dense({ units: 1 }),
    ],
  });
}

async function main(): Promise<void> {
  const train = JSON.parse(readFileSync('data/train.json', 'utf8')) as Pair[];
  const held = JSON.parse(readFileSync('data/validation.json', 'utf8')) as Pair[];
  const model = network(train[0]!.input.length);
  const optimizer = tf.train.adam(0.001);

  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const batch of batches(train)) {
      const xs = tf.tensor2d(batch.map((pair) => pair.input)); // must: tfjs-tensor-leak
      const ys = tf.tensor2d(batch.map((pair) => pair.target)); // must: tfjs-tensor-leak
      optimizer.minimize(() => tf.losses.meanSquaredError(ys, model.apply(xs, { training: true }) as tf.Tensor) as tf.Scalar);
    }
    const validation = tf.tidy(() =>
      tf.losses.meanSquaredError(
        tf.tensor2d(held.map((pair) => pair.target)),
        model.predict(tf.tensor2d(held.map((pair) => pair.input))) as tf.Tensor,
      ),
    );
    console.log(`epoch ${epoch}: validation loss ${(await validation.data())[0]}`);
    validation.dispose();
  }
  await model.save('file://./pairs-model');
}

void main();
