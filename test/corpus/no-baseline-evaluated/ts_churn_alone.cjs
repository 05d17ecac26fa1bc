const tf = require('@tensorflow/tfjs-node');
const { readParts } = require('./parts.cjs');

class ChurnExperiment {
  constructor(width) {
    this.model = tf.sequential();
    this.model.add(tf.layers.dense({ inputShape: [width], units: 12, activation: 'relu' }));
    this.model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
    this.model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
  }

  async train({ xs, ys }) {
    await this.model.fit(xs, ys, { epochs: 20, verbose: 0 });
  }

  async score({ xs, ys }) {
    const results = this.model.evaluate(xs, ys); // must: no-baseline-evaluated
    const [, accuracy] = await Promise.all(results.map((result) => result.data()));
    tf.dispose(results);
    return accuracy[0];
  }
}

(async () => {
  const { train, test } = await readParts('churn.csv');
  const experiment = new ChurnExperiment(train.xs.shape[1]);
  await experiment.train(train);
  console.log('accuracy on the test part:', await experiment.score(test));
})();
