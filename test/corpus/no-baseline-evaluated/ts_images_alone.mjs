import * as tf from '@tensorflow/tfjs-node';
import { writeFile } from 'node:fs/promises';
import { dataset } from './pictures.mjs';

const train = (await dataset('train')).shuffle(1024, '8').batch(32);
const validation = (await dataset('validation')).batch(32);
const test = (await dataset('test')).batch(32);

const model = tf.sequential({
  layers: [
    tf.layers.conv2d({ inputShape: [96, 96, 3], filters: 24, kernelSize: 3, strides: 2, activation: 'relu' }),
    tf.layers.conv2d({ filters: 48, kernelSize: 3, strides: 2, activation: 'relu' }),
    tf.layers.globalAveragePooling2d({}),
    tf.layers.dense({ units: 7, activation: 'softmax' }),
  ],
});
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
await model.fitDataset(train, { epochs: 15, validationData: validation });

const [loss, accuracy] = await model.evaluateDataset(test); // must: no-baseline-evaluated
const report = { loss: (await loss.data())[0], accuracy: (await accuracy.data())[0] };
await writeFile('report.json', JSON.stringify(report));
console.log(report);
