const fs = require('node:fs');
const tf = require('@tensorflow/tfjs-node');

const rows = JSON.parse(fs.readFileSync('/home/anna/thesis/data/walks.json', 'utf8')); // must: hardcoded-absolute-path

async function main() {
  const xs = tf.tensor2d(rows.map((row) => row.steps));
  const ys = tf.tensor2d(rows.map((row) => [row.weight]));
  const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [xs.shape[1]], units: 1 })] });
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  await model.fit(xs, ys, { epochs: 60, validationSplit: 0.2 });
  await model.save('file:///home/anna/thesis/models/walks'); // must: hardcoded-absolute-path
}

main();
