const dfd = require('danfojs-node');
const tf = dfd.tensorflow;

const TARGET = 'quality';

async function main() {
  const wine = await dfd.readCSV('./winequality-red.csv', { delimiter: ';' });
  const columns = wine.columns.filter((name) => name !== TARGET);
  const scaler = new dfd.StandardScaler();
  const features = wine.loc({ columns });
  scaler.fit(features);

  const xs = scaler.transform(features).tensor;
  const ys = wine[TARGET].tensor.reshape([-1, 1]);

  const model = tf.sequential({
    layers: [
      tf.layers.dense({ inputShape: [columns.length], units: 24, activation: 'relu' }),
      tf.layers.dense({ units: 1 }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  const history = await model.fit(xs, ys, { epochs: 80, batchSize: 32, verbose: 0 }); // must: tfjs-fit-without-validation
  console.log('loss', history.history.loss.at(-1));
  await model.save('file://./wine');
}

main();
