import * as tf from '@tensorflow/tfjs-node';

export const labels = ['ripe', 'unripe', 'spoiled'];

let loading = null;

/** Loads at the first request; all later ones wait for the same promise. */
export async function getModel() {
  if (!loading) loading = tf.loadGraphModel('file://./fruit/model.json');
  const model = await loading;
  return async (pixels) => {
    const output = tf.tidy(() => model.predict(tf.tensor4d([pixels])));
    const values = Array.from(await output.data());
    output.dispose();
    return values;
  };
}
