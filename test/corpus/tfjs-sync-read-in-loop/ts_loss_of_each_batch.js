import * as tf from '@tensorflow/tfjs';
import { addPoint } from './chart.js';

const optimizer = tf.train.sgd(0.05);

function lossOf(model, xs, ys) {
  return tf.losses.softmaxCrossEntropy(ys, model.apply(xs, { training: true }));
}

export async function train(model, trainBatches, validationBatches, epochs) {
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { xs, ys } of trainBatches) {
      const cost = optimizer.minimize(() => lossOf(model, xs, ys), true);
      addPoint('train', step++, cost.dataSync()[0]); // must: tfjs-sync-read-in-loop
      cost.dispose();
      await tf.nextFrame();
    }
    const validation = tf.tidy(() =>
      tf.mean(tf.stack(validationBatches.map(({ xs, ys }) => tf.losses.softmaxCrossEntropy(ys, model.predict(xs))))),
    );
    addPoint('validation', step, (await validation.data())[0]);
    validation.dispose();
  }
}
