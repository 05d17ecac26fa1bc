import { input, layers, model, tensor2d, train } from '@tensorflow/tfjs';

export async function fitAutoencoder(rows: number[][]): Promise<number> {
  const width = rows[0]?.length ?? 0;
  const entry = input({ shape: [width] });
  const code = layers.dense({ units: 4, activation: 'tanh' }).apply(entry);
  const exit = layers.dense({ units: width }).apply(code);
  const net = model({ inputs: entry, outputs: exit as ReturnType<typeof input> });
  net.compile({ optimizer: train.adam(0.005), loss: 'meanSquaredError' });

  const xs = tensor2d(rows);
  const history = await net.fit(xs, xs, { epochs: 40, verbose: 0 }); // must: tfjs-fit-without-validation
  xs.dispose();
  return Number(history.history['loss']?.at(-1));
}
