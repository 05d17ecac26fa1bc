import * as tf from '@tensorflow/tfjs-node';

export async function learn(rows: AsyncIterable<{ xs: number[]; ys: number[] }>): Promise<tf.LayersModel> {
  const source = tf.data.generator(async function* () {
    for await (const row of rows) yield row;
  } as unknown as () => Iterator<tf.TensorContainer>);

  const model = tf.sequential({
    layers: [
      tf.layers.dense({ inputShape: [16], units: 32, activation: 'relu' }),
      tf.layers.dense({ units: 4, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
  await model.fitDataset(source.batch(32), { epochs: 8 }); // must: tfjs-fit-without-validation
  return model;
}
