import brain from 'brain.js';
import ml5 from 'ml5';
import { StandardScaler } from 'danfojs';

/** Libraries that train in their own way; none of these calls is a fit of TensorFlow.js. */
export function colourContrast(pairs) {
  const net = new brain.NeuralNetwork({ hiddenLayers: [3] });
  net.train(pairs, { iterations: 2000, errorThresh: 0.005 });
  return (colour) => net.run(colour);
}

export function posture(samples, done) {
  const network = ml5.neuralNetwork({ task: 'classification', debug: false });
  for (const { points, label } of samples) network.addData(points, [label]);
  network.normalizeData();
  network.train({ epochs: 40 }, () => done(network));
}

export function scaled(frame) {
  const scaler = new StandardScaler();
  scaler.fit(frame);
  return scaler.transform(frame);
}
