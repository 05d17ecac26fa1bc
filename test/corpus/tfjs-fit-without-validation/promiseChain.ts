import * as tf from '@tensorflow/tfjs';

// y = 2x - 1, learnt in the browser when the page has loaded.
const model = tf.sequential();
model.add(tf.layers.dense({ units: 1, inputShape: [1] }));
model.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });

const xs = tf.tensor2d([-1, 0, 1, 2, 3, 4], [6, 1]);
const ys = tf.tensor2d([-3, -1, 1, 3, 5, 7], [6, 1]);

model.fit(xs, ys, { epochs: 250 }).then(() => { // must: tfjs-fit-without-validation
  const output = model.predict(tf.tensor2d([10], [1, 1])) as tf.Tensor;
  document.body.append(String(output.dataSync()[0]));
});
