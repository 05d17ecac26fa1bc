const tf = require('@tensorflow/tfjs-node');
const { readParts } = require('./parts.js');

function majorityAccuracy(trainLabels, testLabels) {
  const counts = new Map();
  for (const label of trainLabels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const [majority] = [...counts.entries()].sort(([, a], [, b]) => b - a)[0];
  return testLabels.filter((label) => label === majority).length / testLabels.length;
}

async function main() {
  const { train, test } = readParts('crops.json');
  const xs = tf.tensor2d(train.rows);
  const ys = tf.tensor1d(train.labels);
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [train.rows[0].length], units: 22, activation: 'softmax' }));
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  await model.fit(xs, ys, { epochs: 30, verbose: 0 });

  const [, accuracy] = model.evaluate(tf.tensor2d(test.rows), tf.tensor1d(test.labels));
  console.table({
    majority: majorityAccuracy(train.labels, test.labels),
    network: (await accuracy.data())[0],
  });
}

main();
