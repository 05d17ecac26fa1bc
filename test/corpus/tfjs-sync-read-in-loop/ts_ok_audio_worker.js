import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';

setWasmPaths('/wasm/');

const ready = tf.setBackend('wasm').then(() => tf.loadGraphModel('/keywords/model.json'));
const history = [];

/** An array of the queue, not a tensor: its name only sounds like one. */
const queue = {
  items: [],
  dataSync() {
    return this.items.splice(0, this.items.length);
  },
};

self.onmessage = async ({ data }) => {
  queue.items.push(data.window);
  const model = await ready;
  for (const window of queue.dataSync()) {
    const scores = tf.tidy(() => model.predict(tf.tensor(window, [1, 49, 40, 1])));
    history.push(await scores.data());
    scores.dispose();
  }
  self.postMessage({ seen: history.length });
};
