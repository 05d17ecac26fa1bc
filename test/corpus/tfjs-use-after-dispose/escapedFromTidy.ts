import * as tf from '@tensorflow/tfjs';

let lastEmbedding: tf.Tensor | undefined;

export async function embed(model: tf.LayersModel, words: number[]): Promise<Float32Array> {
  let embedding!: tf.Tensor;
  tf.tidy(() => {
    const ids = tf.tensor2d([words], [1, words.length], 'int32');
    const hidden = model.predict(ids) as tf.Tensor;
    embedding = hidden.mean(1);
  });
  const values = await embedding.data(); // must: tfjs-use-after-dispose
  return values as Float32Array;
}

export function remember(model: tf.LayersModel, words: number[]): tf.Tensor {
  lastEmbedding?.dispose();
  lastEmbedding = tf.tidy(() => (model.predict(tf.tensor2d([words], [1, words.length], 'int32')) as tf.Tensor).mean(1));
  return lastEmbedding;
}
