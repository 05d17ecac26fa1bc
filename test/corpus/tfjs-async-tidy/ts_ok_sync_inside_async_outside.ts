import * as tf from '@tensorflow/tfjs';

const MEAN = [0.485, 0.456, 0.406];
const SPREAD = [0.229, 0.224, 0.225];

export async function topClasses(model: tf.GraphModel, picture: ImageData, count: number): Promise<[number, number][]> {
  const { values, indices } = tf.tidy(() => {
    const pixels = tf.browser.fromPixels(picture).toFloat().div(255);
    const normal = pixels.sub(MEAN).div(SPREAD);
    const logits = model.predict(normal.expandDims(0)) as tf.Tensor2D;
    return tf.topk(logits.softmax().squeeze(), count);
  });
  const [shares, classes] = await Promise.all([values.data(), indices.data()]);
  values.dispose();
  indices.dispose();
  return Array.from(classes, (id, rank) => [id, shares[rank]!]);
}
