import * as tf from '@tensorflow/tfjs';

/** What the tidy keeps lives on, and what a reshape shares lives on too. */
export async function codes(encoder: tf.LayersModel, images: tf.Tensor4D): Promise<{ mean: number; flat: number[] }> {
  let hidden: tf.Tensor2D | undefined;
  const mean = tf.tidy(() => {
    hidden = tf.keep(encoder.predict(images) as tf.Tensor2D);
    return hidden.mean();
  });
  const [value] = await mean.data();
  mean.dispose();

  const flat = hidden!.reshape([-1]);
  hidden!.dispose();
  const numbers = Array.from(await flat.data());
  flat.dispose();
  return { mean: value!, flat: numbers };
}
