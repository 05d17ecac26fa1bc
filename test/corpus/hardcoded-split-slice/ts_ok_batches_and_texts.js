import * as tf from '@tensorflow/tfjs';

const MAX_LETTERS = 280;
const PAGE = 20;

export async function* scores(model, texts, encode) {
  for (let at = 0; at < texts.length; at += 64) {
    const batch = texts.slice(at, at + 64).map((text) => encode(text.slice(0, MAX_LETTERS)));
    const output = tf.tidy(() => model.predict(tf.tensor2d(batch)));
    yield await output.data();
    output.dispose();
  }
}

export function page(results, number) {
  return results.slice(number * PAGE, (number + 1) * PAGE);
}

export function initials(name) {
  const [first, ...rest] = name.trim().split(/\s+/);
  return `${first.slice(0, 1)}${rest.at(-1)?.slice(0, 1) ?? ''}`.toUpperCase();
}
