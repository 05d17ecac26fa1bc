const brain = require('brain.js');
const mnist = require('./digits.json');

const rows = mnist.map(({ pixels, digit }) => ({
  input: pixels.map((value) => value / 255),
  output: { [digit]: 1 },
  digit,
}));

const train = rows.slice(0, 8000); // must: hardcoded-split-slice
const test = rows.slice(8000);

const net = new brain.NeuralNetwork({ hiddenLayers: [40], learningRate: 0.2 });
net.train(train, { iterations: 20, log: true });

const right = test.filter(({ input, digit }) => brain.likely(input, net) === String(digit)).length;
console.log(`right: ${right} of ${test.length}`);
