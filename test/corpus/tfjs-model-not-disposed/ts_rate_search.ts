import * as tf from '@tensorflow/tfjs-node';
import { loadTables } from './tables.js';

const RATES = [0.1, 0.03, 0.01, 0.003, 0.001];
const WIDTHS = [8, 32, 128];

async function search(): Promise<void> {
  const { train, validation } = await loadTables('data');
  const results: { rate: number; width: number; loss: number }[] = [];

  for (const rate of RATES) {
    for (const width of WIDTHS) {
      const model = tf.sequential({ // must: tfjs-model-not-disposed
        layers: [
          tf.layers.dense({ inputShape: [train.xs.shape[1]], units: width, activation: 'relu' }),
          tf.layers.dense({ units: 1 }),
        ],
      });
      model.compile({ optimizer: tf.train.adam(rate), loss: 'meanSquaredError' });
      const { history } = await model.fit(train.xs, train.ys, {
        epochs: 20,
        verbose: 0,
        validationData: [validation.xs, validation.ys],
      });
      results.push({ rate, width, loss: Number(history['val_loss']?.at(-1)) });
    }
  }
  results.sort((a, b) => a.loss - b.loss);
  console.table(results);
}

void search();
