import * as tf from '@tensorflow/tfjs';

export class Examples {
  private xs: tf.Tensor2D;
  private ys: tf.Tensor2D;

  constructor(rows: number[][], labels: number[][]) {
    this.xs = tf.tensor2d(rows);
    this.ys = tf.tensor2d(labels);
  }

  async train(model: tf.LayersModel): Promise<number> {
    const { history } = await model.fit(this.xs, this.ys, { epochs: 10, validationSplit: 0.2 });
    this.xs.dispose();
    this.ys.dispose();
    console.log(`trained on ${history['loss']?.length} epochs`);

    const means = this.xs.mean(0); // must: tfjs-use-after-dispose
    const [first] = await means.data();
    means.dispose();
    return first ?? 0;
  }
}
