const tf = require('@tensorflow/tfjs-node');
const { loadTest, loadTrain } = require('./data.cjs');

// Scores a model of yesterday, then goes on training it with the rows of today.
async function main() {
  const model = await tf.loadLayersModel('file://./yesterday/model.json');
  model.compile({ optimizer: tf.train.adam(1e-4), loss: 'meanAbsoluteError' });
  const test = await loadTest();
  const before = model.evaluate(test.xs, test.ys);

  const today = await loadTrain();
  await model.fit(today.xs, today.ys, { epochs: 3 });
  const after = model.evaluate(test.xs, test.ys);

  const [[old], [fresh]] = await Promise.all([before.data(), after.data()]);
  if (fresh < old) await model.save('file://./today');
  console.log({ old, fresh });
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
