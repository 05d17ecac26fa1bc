import * as tf from '@tensorflow/tfjs';

export class DrawingModel {
  private model: tf.LayersModel | null = null;

  constructor(private readonly key = 'indexeddb://drawings') {}

  async restore(): Promise<boolean> {
    try {
      this.model = await tf.loadLayersModel(this.key);
      return true;
    } catch (error) {
      console.info('no model of an earlier visit', error);
      return false;
    }
  }

  async learn(xs: tf.Tensor4D, ys: tf.Tensor2D, validation: [tf.Tensor4D, tf.Tensor2D]): Promise<void> {
    this.model ??= this.build(ys.shape[1]);
    await this.model.fit(xs, ys, { epochs: 5, validationData: validation });
    this.keep();
  }

  private keep(): void {
    try {
      this.model?.save(this.key); // must: tfjs-promise-not-awaited
    } catch (error) {
      alert(`The browser has no room for the model: ${error}`);
    }
  }

  private build(classes: number): tf.LayersModel {
    const model = tf.sequential();
    model.add(tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 3, activation: 'relu' }));
    model.add(tf.layers.maxPooling2d({ poolSize: 2 }));
    model.add(tf.layers.flatten());
    model.add(tf.layers.dense({ units: classes, activation: 'softmax' }));
    model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
    return model;
  }
}
