const tf = require('@tensorflow/tfjs-node');

// Two heads: whether a customer leaves, and how much they will spend.
function churnModel(width) {
  const entry = tf.input({ shape: [width] });
  const trunk = tf.layers.dense({ units: 32, activation: 'relu' }).apply(entry);
  const leaves = tf.layers.dense({ units: 1, activation: 'sigmoid', name: 'leaves' }).apply(trunk);
  const spends = tf.layers.dense({ units: 1, name: 'spends' }).apply(trunk);
  const model = tf.model({ inputs: entry, outputs: [leaves, spends] });
  model.compile({
    optimizer: 'adam',
    loss: ['binaryCrossentropy', 'meanSquaredError'],
  });
  return model;
}

async function train({ xs, leaves, spends, validation }) {
  const model = churnModel(xs.shape[1]);
  await model.fit(xs, [leaves, spends], { epochs: 30, validationData: validation });
  await model.save('file://./churn');
}

module.exports = { churnModel, train };
