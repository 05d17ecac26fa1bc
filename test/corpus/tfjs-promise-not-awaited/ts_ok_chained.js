import * as tf from '@tensorflow/tfjs';

const log = document.querySelector('#log');
const say = (text) => log.append(`${text}\n`);

export function trainXor() {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [2], units: 8, activation: 'tanh' }));
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
  model.compile({ optimizer: tf.train.adam(0.05), loss: 'binaryCrossentropy' });

  const points = Array.from({ length: 200 }, (_, i) => [((i * 37) % 100) / 50 - 1, ((i * 61) % 100) / 50 - 1]);
  const xs = tf.tensor2d(points);
  const ys = tf.tensor2d(points.map(([a, b]) => [a * b < 0 ? 1 : 0]));

  return model
    .fit(xs, ys, { epochs: 60, validationSplit: 0.2 })
    .then(({ history }) => say(`validation loss ${history.val_loss.at(-1)}`))
    .then(() => model.save('localstorage://xor'))
    .catch((error) => say(`training ended early: ${error.message}`))
    .finally(() => tf.dispose([xs, ys]));
}

document.querySelector('#again').addEventListener('click', () => trainXor());
