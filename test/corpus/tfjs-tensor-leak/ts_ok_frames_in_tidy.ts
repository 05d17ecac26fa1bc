import * as tf from '@tensorflow/tfjs';

const SIZE: [number, number] = [96, 96];

/** Follows the hand in the picture of a camera until `stop` is called. */
export class HandTracker {
  private running = false;

  constructor(
    private readonly model: tf.GraphModel,
    private readonly video: HTMLVideoElement,
    private readonly onMove: (x: number, y: number) => void,
  ) {}

  start(): void {
    this.running = true;
    requestAnimationFrame(this.frame);
  }

  stop(): void {
    this.running = false;
  }

  private readonly frame = async (): Promise<void> => {
    if (!this.running) return;
    const point = tf.tidy(() => {
      const pixels = tf.browser.fromPixels(this.video);
      const small = tf.image.resizeBilinear(pixels, SIZE);
      const scaled = small.toFloat().div(127.5).sub(1);
      return (this.model.predict(scaled.expandDims(0)) as tf.Tensor).squeeze();
    });
    try {
      const [x, y] = await point.data();
      this.onMove(x!, y!);
    } finally {
      point.dispose();
    }
    requestAnimationFrame(this.frame);
  };
}
