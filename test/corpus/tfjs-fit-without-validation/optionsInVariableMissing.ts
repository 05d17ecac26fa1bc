import * as tf from '@tensorflow/tfjs';

const options = {
  epochs: 100,
  batchSize: 32,
  shuffle: true,
};

export class PriceModel {
  private readonly net: tf.Sequential;

  constructor(private readonly width: number) {
    this.net = tf.sequential({
      layers: [
        tf.layers.dense({ inputShape: [this.width], units: 50, activation: 'relu' }),
        tf.layers.dense({ units: 1 }),
      ],
    });
    this.net.compile({ optimizer: 'adam', loss: 'meanAbsoluteError' });
  }

  async train(xs: tf.Tensor2D, ys: tf.Tensor2D): Promise<void> {
    await this.net.fit(xs, ys, options); // must: tfjs-fit-without-validation
  }

  price(row: number[]): number {
    return tf.tidy(() => (this.net.predict(tf.tensor2d([row])) as tf.Tensor).dataSync()[0]!);
  }
}
