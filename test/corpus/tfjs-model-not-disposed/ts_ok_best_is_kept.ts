import * as tf from '@tensorflow/tfjs-node';

type Part = { xs: tf.Tensor2D; ys: tf.Tensor2D };

function build(width: number, units: number): tf.Sequential {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [width], units, activation: 'relu' }));
  model.add(tf.layers.dense({ units: 1 }));
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  return model;
}

export async function best(train: Part, validation: Part): Promise<tf.Sequential | null> {
  let winner: tf.Sequential | null = null;
  let lowest = Infinity;
  for (const units of [4, 16, 64]) {
    const model = build(train.xs.shape[1], units);
    const { history } = await model.fit(train.xs, train.ys, {
      epochs: 25,
      validationData: [validation.xs, validation.ys],
    });
    const loss = Number(history['val_loss']?.at(-1));
    if (loss < lowest) {
      winner?.dispose();
      winner = model;
      lowest = loss;
    } else {
      model.dispose();
    }
  }
  return winner;
}
