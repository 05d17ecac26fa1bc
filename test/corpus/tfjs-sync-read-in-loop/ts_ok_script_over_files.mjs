import * as tf from '@tensorflow/tfjs-node';
import { glob, readFile } from 'node:fs/promises';

// A report that is written once by hand: nothing waits while it reads.
const model = await tf.loadLayersModel('file://./quality/model.json');
const bad = [];

for await (const name of glob('scans/*.png')) {
  const bytes = await readFile(name);
  const score = tf.tidy(() => {
    const page = tf.node.decodePng(bytes, 1).resizeBilinear([256, 181]).div(255);
    return model.predict(page.expandDims(0)).dataSync()[0];
  });
  if (score < 0.5) bad.push({ name, score });
}

console.table(bad);
