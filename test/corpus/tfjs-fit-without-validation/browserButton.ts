import * as tf from '@tensorflow/tfjs';

const epochsBox = document.querySelector<HTMLInputElement>('#epochs')!;
const button = document.querySelector<HTMLButtonElement>('#train')!;
const status = document.querySelector<HTMLElement>('#status')!;

const examples: { pixels: Float32Array; digit: number }[] = [];

function createModel(): tf.Sequential {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [784], units: 64, activation: 'relu' }));
  model.add(tf.layers.dense({ units: 10, activation: 'softmax' }));
  model.compile({ optimizer: tf.train.adam(), loss: 'sparseCategoricalCrossentropy' });
  return model;
}

button.addEventListener('click', async () => {
  const xs = tf.tensor2d(examples.map((e) => Array.from(e.pixels)));
  const ys = tf.tensor1d(examples.map((e) => e.digit));
  const model = createModel();
  await model.fit(xs, ys, { // must: tfjs-fit-without-validation
    epochs: Number(epochsBox.value),
    callbacks: {
      onEpochEnd: (epoch, logs) => {
        status.textContent = `${epoch}: ${logs?.['loss']}`;
      },
    },
  });
  xs.dispose();
  ys.dispose();
});
