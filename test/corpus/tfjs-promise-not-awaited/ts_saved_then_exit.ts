import * as tf from '@tensorflow/tfjs-node';
import { parseArgs } from 'node:util';
import { loadWindows } from './windows.js';

const { values } = parseArgs({
  options: { data: { type: 'string', default: 'data/meter.csv' }, out: { type: 'string', default: 'model' } },
});

async function main(): Promise<void> {
  const { xs, ys, held } = await loadWindows(values.data!);
  const model = tf.sequential({
    layers: [
      tf.layers.lstm({ inputShape: [24, 3], units: 16 }),
      tf.layers.dense({ units: 1 }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  await model.fit(xs, ys, { epochs: 15, batchSize: 64, validationData: held });

  model.save(`file://./${values.out}`); // must: tfjs-promise-not-awaited
  console.log(`saved in ${values.out}`);
  process.exit(0);
}

void main();
