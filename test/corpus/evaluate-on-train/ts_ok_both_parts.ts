import * as tf from '@tensorflow/tfjs';

type Part = { xs: tf.Tensor2D; ys: tf.Tensor2D };

async function lossOn(model: tf.LayersModel, { xs, ys }: Part): Promise<number> {
  const score = model.evaluate(xs, ys) as tf.Scalar;
  const [value] = await score.data();
  score.dispose();
  return value!;
}

/** How much better the model is on what it has seen. */
export async function gap(model: tf.LayersModel, train: Part, test: Part): Promise<number> {
  await model.fit(train.xs, train.ys, { epochs: 25, verbose: 0 });
  return (await lossOn(model, test)) - (await lossOn(model, train));
}
