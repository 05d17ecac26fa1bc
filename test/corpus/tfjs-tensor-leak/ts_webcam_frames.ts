import * as tf from '@tensorflow/tfjs';

const video = document.querySelector<HTMLVideoElement>('#camera')!;
const caption = document.querySelector<HTMLElement>('#caption')!;
const LABELS = ['rock', 'paper', 'scissors'];

let classifier: tf.GraphModel;

async function setUp(): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 224, height: 224 } });
  video.srcObject = stream;
  await video.play();
  classifier = await tf.loadGraphModel('/models/hands/model.json');
}

async function onFrame(): Promise<void> {
  const image = tf.browser.fromPixels(video); // must: tfjs-tensor-leak
  const scores = tf.tidy(() => classifier.predict(image.toFloat().div(255).expandDims(0)) as tf.Tensor2D);
  const values = await scores.data();
  scores.dispose();

  const best = values.indexOf(Math.max(...values));
  caption.textContent = `${LABELS[best]} (${(100 * values[best]!).toFixed(0)} %)`;
  requestAnimationFrame(() => void onFrame());
}

setUp()
  .then(onFrame)
  .catch((error) => {
    caption.textContent = `The camera cannot be used: ${error}`;
  });
