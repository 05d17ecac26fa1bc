import * as tf from '@tensorflow/tfjs-node';

/** The name is given a new tensor after the old one was disposed of. */
export function smooth(signal: number[], rounds: number): number[] {
  let current = tf.tensor1d(signal);
  for (let i = 0; i < rounds; i++) {
    const next = tf.tidy(() => {
      const left = current.slice(0, signal.length - 2);
      const middle = current.slice(1, signal.length - 2);
      const right = current.slice(2, signal.length - 2);
      return tf.concat([current.slice(0, 1), left.add(middle).add(right).div(3), current.slice(signal.length - 1, 1)]);
    });
    current.dispose();
    current = next as tf.Tensor1D;
  }
  const out = current.arraySync();
  current.dispose();
  return out;
}

export function energy(frames: number[][]): number[] {
  const out: number[] = [];
  for (const frame of frames) {
    const wave = tf.tensor1d(frame);
    const power = wave.square().mean(); // must: tfjs-tensor-leak
    wave.dispose();
    out.push(power.dataSync()[0]);
    power.dispose();
  }
  return out;
}
