import * as tf from '@tensorflow/tfjs';

interface Sample {
  features: number[];
  label: number;
}

function toTensors(samples: readonly Sample[]): { xs: tf.Tensor2D; ys: tf.Tensor1D } {
  return {
    xs: tf.tensor2d(samples.map((s) => s.features)),
    ys: tf.tensor1d(samples.map((s) => s.label)),
  };
}

function makeModel(width: number): tf.Sequential {
  const model = tf.sequential();
  model.add(tf.layers.dense({ units: 16, activation: 'relu', inputShape: [width] }));
  model.add(tf.layers.dense({ units: 1 }));
  model.compile({ optimizer: tf.train.adam(0.01), loss: 'meanSquaredError' });
  return model;
}

export async function run(samples: readonly Sample[]): Promise<number> {
  const { xs, ys } = toTensors(samples);
  const model = makeModel(xs.shape[1]);
  await model.fit(xs, ys, { epochs: 40, batchSize: 32, validationSplit: 0.2 });
  xs.dispose();
  const guess = model.predict(xs) as tf.Tensor2D; // must: tfjs-use-after-dispose
  const error = tf.tidy(() => guess.squeeze().sub(ys).abs().mean().dataSync()[0]);
  tf.dispose([ys, guess]);
  model.dispose();
  return error;
}
