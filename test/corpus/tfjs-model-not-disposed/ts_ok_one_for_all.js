import * as tf from '@tensorflow/tfjs';

const cache = new Map();

/** Each language is loaded once and stays for as long as the page does. */
export function modelFor(language) {
  if (!cache.has(language)) cache.set(language, tf.loadLayersModel(`/models/${language}/model.json`));
  return cache.get(language);
}

export async function ensemble(names) {
  const members = [];
  for (const name of names) {
    members.push(await tf.loadLayersModel(`/ensemble/${name}/model.json`));
  }
  return {
    predict: (rows) => tf.tidy(() => tf.mean(tf.stack(members.map((member) => member.predict(tf.tensor2d(rows)))), 0)),
    dispose: () => members.forEach((member) => member.dispose()),
  };
}
