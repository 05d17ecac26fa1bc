import * as tf from '@tensorflow/tfjs';

const video = document.getElementById('feed');
const lamp = document.getElementById('lamp');
const THRESHOLD = 0.04;

let previous = null;

// The picture before is compared with the one now; only one of them lives on.
async function watch() {
  const current = tf.tidy(() => tf.image.resizeBilinear(tf.browser.fromPixels(video), [48, 64]).mean(2).div(255));
  if (previous !== null) {
    const change = tf.tidy(() => current.sub(previous).abs().mean());
    const [value] = await change.data();
    change.dispose();
    previous.dispose();
    lamp.classList.toggle('on', value > THRESHOLD);
  }
  previous = current;
  requestAnimationFrame(watch);
}

video.addEventListener('playing', watch, { once: true });
