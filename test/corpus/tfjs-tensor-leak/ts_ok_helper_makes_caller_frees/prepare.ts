import * as tf from '@tensorflow/tfjs';

export function toBatch(image: HTMLImageElement): tf.Tensor4D {
  return tf.tidy(() => {
    const pixels = tf.browser.fromPixels(image);
    const square = tf.image.resizeBilinear(pixels, [160, 160]);
    return square.toFloat().div(255).expandDims<tf.Tensor4D>(0);
  });
}
