import * as tf from '@tensorflow/tfjs';

type Probe = { x: tf.Tensor2D; model: tf.LayersModel };

export async function gradientNorms({ x, model }: Probe): Promise<number[]> {
  const measure = async () => {
    const grads = tf.grad((input) => (model.predict(input) as tf.Tensor).sum())(x);
    const norms = grads.square().sum(1).sqrt();
    return Array.from(await norms.data());
  };
  // @ts-expect-error the types of the library refuse a promise
  return tf.tidy(measure); // must: tfjs-async-tidy
}
