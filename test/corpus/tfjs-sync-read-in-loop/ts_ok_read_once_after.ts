import * as tf from '@tensorflow/tfjs';

const form = document.querySelector('form')!;
const result = document.querySelector('output')!;

interface Line {
  slope: number;
  start: number;
}

/** A least squares line; two numbers are read when everything is over. */
function fitLine(points: readonly [number, number][]): Line {
  return tf.tidy(() => {
    const x = tf.tensor1d(points.map(([a]) => a));
    const y = tf.tensor1d(points.map(([, b]) => b));
    const mx = x.mean();
    const my = y.mean();
    const slope = x.sub(mx).mul(y.sub(my)).sum().div(x.sub(mx).square().sum());
    const [a, b] = tf.stack([slope, my.sub(slope.mul(mx))]).dataSync();
    return { slope: a!, start: b! };
  });
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = new FormData(form).get('points') as string;
  const points = text.split(';').map((pair) => pair.split(',').map(Number) as [number, number]);
  const { slope, start } = fitLine(points);
  result.value = `y = ${slope.toFixed(3)} x + ${start.toFixed(3)}`;
});
