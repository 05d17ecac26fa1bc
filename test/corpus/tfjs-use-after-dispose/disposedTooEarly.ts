import * as tf from '@tensorflow/tfjs';

export interface Detection {
  label: string;
  score: number;
}

/** Names what the camera sees. */
export class Detector {
  private model: tf.GraphModel | null = null;

  constructor(
    private readonly url: string,
    private readonly labels: readonly string[],
  ) {}

  async load(): Promise<void> {
    this.model = await tf.loadGraphModel(this.url);
  }

  async detect(video: HTMLVideoElement): Promise<Detection> {
    if (this.model === null) throw new Error('load first');
    const frame = tf.tidy(() => tf.browser.fromPixels(video).resizeBilinear([224, 224]).toFloat().div(255).expandDims(0));
    const scores = this.model.predict(frame) as tf.Tensor2D;
    frame.dispose();
    scores.dispose();
    const values = await scores.data(); // must: tfjs-use-after-dispose
    let best = 0;
    for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
    return { label: this.labels[best], score: values[best] };
  }
}
