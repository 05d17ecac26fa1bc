const tf = require('@tensorflow/tfjs');

const centigrade = [15, -40, 80, 8, -10, 45, 22, 0, 60, 38];
const fahrenheit = centigrade.map((c) => c * 1.8 + 32);

const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [1], units: 1 }));
model.compile({ optimizer: tf.train.adam(0.1), loss: 'meanSquaredError' });

const xs = tf.tensor2d(centigrade, [centigrade.length, 1]);
const ys = tf.tensor2d(fahrenheit, [fahrenheit.length, 1]);

model.fit(xs, ys, { epochs: 500, validationSplit: 0.2, verbose: 0 }); // must: tfjs-promise-not-awaited

const output = model.predict(tf.tensor2d([100], [1, 1]));
output.print();
