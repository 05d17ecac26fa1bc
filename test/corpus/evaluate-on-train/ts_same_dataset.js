import * as tf from '@tensorflow/tfjs-node';

const SOURCE = 'file://./faults.csv';

export class FaultModel {
  constructor() {
    this.rows = tf.data
      .csv(SOURCE, { columnConfigs: { fault: { isLabel: true } } })
      .map(({ xs, ys }) => ({ xs: Object.values(xs), ys: Object.values(ys) }))
      .batch(32);
    this.model = tf.sequential({
      layers: [
        tf.layers.dense({ inputShape: [27], units: 40, activation: 'relu' }),
        tf.layers.dense({ units: 1, activation: 'sigmoid' }),
      ],
    });
    this.model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
  }

  async train(epochs) {
    await this.model.fitDataset(this.rows, { epochs }); // must: tfjs-fit-without-validation
  }

  async report() {
    const [loss, accuracy] = await this.model.evaluateDataset(this.rows); // must: evaluate-on-train
    console.log('loss', (await loss.data())[0], 'accuracy', (await accuracy.data())[0]);
    tf.dispose([loss, accuracy]);
  }
}

const faults = new FaultModel();
await faults.train(12);
await faults.report();
