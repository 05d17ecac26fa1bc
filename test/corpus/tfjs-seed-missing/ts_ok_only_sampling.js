import * as tf from '@tensorflow/tfjs';

const canvas = document.querySelector('canvas');
const LATENT = 64;

// Every click shall show another face, and nothing is trained here.
async function face(generator) {
  const picture = tf.tidy(() => {
    const z = tf.randomNormal([1, LATENT]);
    return generator.predict(z).squeeze([0]).add(1).div(2);
  });
  await tf.browser.toPixels(picture, canvas);
  picture.dispose();
}

tf.loadLayersModel('/faces/model.json').then((generator) => {
  document.querySelector('#next').addEventListener('click', () => face(generator));
});
