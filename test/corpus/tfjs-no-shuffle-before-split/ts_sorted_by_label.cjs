const tf = require('@tensorflow/tfjs-node');
const fs = require('node:fs');

function readIris(path) {
  const names = ['setosa', 'versicolor', 'virginica'];
  return fs
    .readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','))
    .map((cells) => ({ x: cells.slice(0, 4).map(Number), label: names.indexOf(cells[4]) }));
}

(async () => {
  const flowers = readIris('iris.data');
  flowers.sort((a, b) => a.label - b.label);
  const counts = [0, 1, 2].map((label) => flowers.filter((flower) => flower.label === label).length);
  console.log('flowers of each kind', counts);

  const xs = tf.tensor2d(flowers.map((flower) => flower.x));
  const ys = tf.tensor1d(flowers.map((flower) => flower.label));
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [4], units: 10, activation: 'tanh' }));
  model.add(tf.layers.dense({ units: 3, activation: 'softmax' }));
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  await model.fit(xs, ys, { epochs: 100, validationSplit: 0.3, verbose: 0 }); // must: tfjs-no-shuffle-before-split
  await model.save('file://./iris');
})();
