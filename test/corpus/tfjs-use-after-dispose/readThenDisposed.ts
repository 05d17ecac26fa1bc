import * as tf from '@tensorflow/tfjs';

/** Everything is read before it goes, and what outlives its tidy is returned or kept. */
export class Segmenter {
  private palette: tf.Tensor2D | undefined;

  constructor(private readonly model: tf.GraphModel) {}

  setColours(colours: number[][]): void {
    this.palette?.dispose();
    this.palette = tf.tidy(() => tf.keep(tf.tensor2d(colours).div<tf.Tensor2D>(255)));
  }

  async segment(image: HTMLCanvasElement): Promise<Int32Array> {
    const classes = tf.tidy(() => {
      const input = tf.browser.fromPixels(image).toFloat().div(127.5).sub(1).expandDims(0);
      return (this.model.predict(input) as tf.Tensor4D).argMax(3).squeeze<tf.Tensor2D>([0]);
    });
    const values = await classes.data<'int32'>();
    classes.dispose();
    return values;
  }

  async paint(classes: tf.Tensor2D, canvas: HTMLCanvasElement): Promise<void> {
    const palette = this.palette;
    if (palette === undefined) return;
    const picture = tf.tidy(() => tf.gather(palette, classes) as tf.Tensor3D);
    await tf.browser.toPixels(picture, canvas);
    picture.dispose();
  }

  dispose(): void {
    this.palette?.dispose();
    this.palette = undefined;
    this.model.dispose();
  }
}
