import * as tf from '@tensorflow/tfjs';

function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}

export async function train(byClass: readonly number[][][]): Promise<tf.Sequential> {
  const examples = byClass.flatMap((rows, label) => rows.map((row) => ({ row, label })));
  const mixed = shuffled(examples, mulberry(17));
  const xs = tf.tensor2d(mixed.map(({ row }) => row));
  const ys = tf.tensor1d(mixed.map(({ label }) => label));
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [xs.shape[1]], units: 20, activation: 'relu' }));
  model.add(tf.layers.dense({ units: byClass.length, activation: 'softmax' }));
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
  await model.fit(xs, ys, { epochs: 30, validationSplit: 0.2 });
  tf.dispose([xs, ys]);
  return model;
}
