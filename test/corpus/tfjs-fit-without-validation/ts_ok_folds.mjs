import * as tf from '@tensorflow/tfjs-node';

const FOLDS = 5;

function build(width) {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [width], units: 10, activation: 'relu' }));
  model.add(tf.layers.dense({ units: 1 }));
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  return model;
}

const pack = (rows) => [tf.tensor2d(rows.map(({ x }) => x)), tf.tensor2d(rows.map(({ y }) => [y]))];

/** The mean error on the part that each model has not seen. */
export async function crossValidate(rows) {
  const errors = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = rows.filter((_, i) => i % FOLDS === fold);
    const rest = rows.filter((_, i) => i % FOLDS !== fold);
    const model = build(rows[0].x.length);
    const [xs, ys] = pack(rest);
    const [heldXs, heldYs] = pack(held);
    await model.fit(xs, ys, { epochs: 50, verbose: 0 });
    const loss = model.evaluate(heldXs, heldYs);
    errors.push((await loss.data())[0]);
    tf.dispose([xs, ys, heldXs, heldYs, loss]);
    model.dispose();
  }
  return errors.reduce((sum, error) => sum + error, 0) / FOLDS;
}
