import _ from 'lodash';
import * as tf from '@tensorflow/tfjs';

type Sample = { pixels: number[]; letter: number };

const TEST_FRACTION = 0.1;

export async function trainLetters(samples: Sample[], classes: number): Promise<{ model: tf.Sequential; accuracy: number }> {
  const shuffled = _.shuffle(samples); // must: random-split-unseeded
  const cut = Math.floor(shuffled.length * TEST_FRACTION);
  const test = _.take(shuffled, cut);
  const train = _.drop(shuffled, cut);
  const pack = (part: Sample[]) => ({
    xs: tf.tensor2d(_.map(part, 'pixels') as number[][]),
    ys: tf.tensor1d(_.map(part, 'letter') as number[]),
  });

  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [400], units: 80, activation: 'relu' }));
  model.add(tf.layers.dense({ units: classes, activation: 'softmax' }));
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  const a = pack(train);
  const b = pack(test);
  await model.fit(a.xs, a.ys, { epochs: 10 });
  const [loss, accuracy] = model.evaluate(b.xs, b.ys) as tf.Scalar[];
  const [value] = await accuracy!.data();
  tf.dispose([a, b, loss!, accuracy!]);
  return { model, accuracy: value! };
}
