const tf = require('@tensorflow/tfjs-node');
const { readRows } = require('./rows.cjs');

async function train(path, out) {
  const { inputs, targets } = readRows(path);
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [inputs[0].length], units: 24, activation: 'relu' }));
  model.add(tf.layers.dense({ units: 1 }));
  model.compile({ optimizer: tf.train.adam(0.003), loss: 'meanSquaredError' });

  await tf.tidy(async function () { // must: tfjs-async-tidy
    const xs = tf.tensor2d(inputs);
    const ys = tf.tensor2d(targets, [targets.length, 1]);
    await model.fit(xs, ys, { epochs: 40, batchSize: 64, validationSplit: 0.2, verbose: 0 });
  });
  await model.save(`file://${out}`);
}

train(process.argv[2], process.argv[3]).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
