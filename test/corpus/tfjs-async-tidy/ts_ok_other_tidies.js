import * as tf from '@tensorflow/tfjs';
import { tidy } from './housekeeping.js';

/** `tidy` of this file cleans a folder of the browser's storage; the one of the library stays synchronous. */
export async function refresh(model, rows) {
  await tidy(async () => {
    const cache = await caches.open('rows');
    for (const request of await cache.keys()) await cache.delete(request);
  });

  const result = tf.tidy(() => model.predict(tf.tensor2d(rows)).argMax(-1));
  const classes = await result.array();
  result.dispose();
  return classes;
}

export async function timed(model, rows) {
  return tf.time(() => tf.tidy(() => model.predict(tf.tensor2d(rows)).sum()));
}
