import * as tf from '@tensorflow/tfjs-node';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const [, , folder = 'pictures', out = 'embeddings.json'] = process.argv;
const model = await tf.loadGraphModel('file://./encoder/model.json');
const table = {};

for (const name of await readdir(folder)) {
  const bytes = await readFile(join(folder, name));
  tf.engine().startScope();
  const picture = tf.node.decodeImage(bytes, 3);
  const sized = tf.image.resizeBilinear(picture, [224, 224]);
  const vector = model.predict(sized.expandDims(0).div(255)).squeeze();
  table[name] = vector.arraySync();
  tf.engine().endScope();
}

await writeFile(out, JSON.stringify(table));
model.dispose();
console.log(`${Object.keys(table).length} pictures in ${out}, ${tf.memory().numTensors} tensors left`);
