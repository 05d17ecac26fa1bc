import * as tf from '@tensorflow/tfjs';

interface Job {
  name: string;
  read: () => Promise<Float32Array>;
}

// A tidy may hand out functions that read later what has been kept.
export function prepare(model: tf.LayersModel, rows: Record<string, number[][]>): Job[] {
  return Object.entries(rows).map(([name, part]) => {
    const output = tf.tidy(() => {
      const inputs = tf.tensor2d(part);
      const scaled = inputs.sub(inputs.mean(0)).div(inputs.max(0));
      return model.predict(scaled) as tf.Tensor;
    });
    const read = async (): Promise<Float32Array> => {
      const values = (await output.data()) as Float32Array;
      output.dispose();
      return values;
    };
    return { name, read };
  });
}
