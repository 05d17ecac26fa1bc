import * as tf from '@tensorflow/tfjs-node';
import { readdir, writeFile } from 'node:fs/promises';
import { validationRows } from './rows.mjs';

const { xs, ys } = await validationRows();
const table = [];

for (const name of await readdir('checkpoints')) {
  const model = await tf.loadLayersModel(`file://./checkpoints/${name}/model.json`); // must: tfjs-model-not-disposed
  model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const [loss, accuracy] = model.evaluate(xs, ys);
  table.push({ name, loss: (await loss.data())[0], accuracy: (await accuracy.data())[0] });
  tf.dispose([loss, accuracy]);
}

await writeFile('checkpoints.json', JSON.stringify(table, null, 2));
