import * as tf from '@tensorflow/tfjs';

type Part = { xs: tf.Tensor2D; ys: tf.Tensor2D };

export async function trainWithCurve(
  model: tf.LayersModel,
  train: Part,
  held: Part,
  plot: (epoch: number, loss: number, heldLoss: number) => void,
): Promise<void> {
  model.compile({ optimizer: tf.train.adagrad(0.05), loss: 'meanAbsoluteError' });
  await model.fit(train.xs, train.ys, {
    epochs: 100,
    callbacks: {
      onEpochEnd: async (epoch, logs) => {
        const score = model.evaluate(held.xs, held.ys) as tf.Scalar;
        const [value] = await score.data();
        score.dispose();
        plot(epoch, Number(logs?.['loss']), value!);
      },
    },
  });
}
