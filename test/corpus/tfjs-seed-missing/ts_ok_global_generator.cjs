const seedrandom = require('seedrandom');
const tf = require('@tensorflow/tfjs-node');

seedrandom('stars', { global: true });

const kernelInitializer = tf.initializers.heUniform({ seed: 9 });

async function train(train, validation) {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [5], units: 16, activation: 'relu', kernelInitializer }));
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid', kernelInitializer }));
  model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });

  tf.util.shuffle(train);
  const weights = tf.truncatedNormal([5, 1], 0, 1, 'float32', 4);
  const xs = tf.tensor2d(train.map((row) => row.values));
  const ys = tf.tensor2d(train.map((row) => [row.label]));
  await model.fit(xs.mul(weights.transpose()), ys, {
    epochs: 5,
    validationData: [
      tf.tensor2d(validation.map((row) => row.values)).mul(weights.transpose()),
      tf.tensor2d(validation.map((row) => [row.label])),
    ],
  });
  return model;
}

module.exports = { train };
