import * as tf from '@tensorflow/tfjs';

export class SentimentService {
  private constructor(
    private readonly model: tf.LayersModel,
    private readonly vocabulary: ReadonlyMap<string, number>,
    private readonly length: number,
  ) {}

  static async open(base: string): Promise<SentimentService> {
    const model = await tf.loadLayersModel(`${base}/model.json`);
    const meta = (await (await fetch(`${base}/metadata.json`)).json()) as {
      words: Record<string, number>;
      length: number;
    };
    return new SentimentService(model, new Map(Object.entries(meta.words)), meta.length);
  }

  async score(text: string): Promise<number> {
    const ids = text
      .toLowerCase()
      .split(/\W+/)
      .map((word) => this.vocabulary.get(word) ?? 2)
      .slice(-this.length);
    const padded = [...Array<number>(this.length - ids.length).fill(0), ...ids];
    return tf.tidy(async () => { // must: tfjs-async-tidy
      const output = this.model.predict(tf.tensor2d([padded])) as tf.Tensor;
      const [value] = await output.data();
      return value;
    }) as unknown as Promise<number>;
  }
}
