import * as tf from '@tensorflow/tfjs';

const SEED = 2024;
const glorot = (offset: number) => tf.initializers.glorotNormal({ seed: SEED + offset });

export function encoder(width: number, code: number): tf.Sequential {
  return tf.sequential({
    layers: [
      tf.layers.dense({ inputShape: [width], units: 32, activation: 'relu', kernelInitializer: glorot(0) }),
      tf.layers.dense({ units: code, kernelInitializer: glorot(1) }),
      tf.layers.dense({ units: width, kernelInitializer: glorot(2) }),
    ],
  });
}

export async function train(rows: tf.data.Dataset<tf.TensorContainer>, held: tf.data.Dataset<tf.TensorContainer>): Promise<tf.Sequential> {
  const model = encoder(20, 3);
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  const mixed = rows.shuffle(500, String(SEED)).batch(25);
  await model.fitDataset(mixed, { epochs: 12, validationData: held.batch(25) });
  return model;
}

export function noise(shape: [number, number]): tf.Tensor2D {
  return tf.randomNormal(shape, 0, 0.1, 'float32', SEED);
}
