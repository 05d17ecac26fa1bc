import * as tf from '@tensorflow/tfjs-node';
import { load } from './load.mjs';

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [13], units: 20, activation: 'relu' }));
model.add(tf.layers.dense({ units: 1 }));
model.compile({ optimizer: tf.train.rmsprop(0.01), loss: 'meanSquaredError' });

let [xs, ys] = await load('boston-train.csv');
await model.fit(xs, ys, { epochs: 120, verbose: 0 });
tf.dispose([xs, ys]);

[xs, ys] = await load('boston-test.csv');
const loss = model.evaluate(xs, ys);
console.log('test loss', (await loss.data())[0]);
tf.dispose([xs, ys, loss]);
