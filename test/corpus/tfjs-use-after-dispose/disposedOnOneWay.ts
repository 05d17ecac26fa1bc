import * as tf from '@tensorflow/tfjs';

/** Disposes on the way that leaves the function; what follows is the other way. */
export async function firstFace(model: tf.GraphModel, image: tf.Tensor3D): Promise<number[] | null> {
  const batch = image.expandDims(0);
  const boxes = (await model.executeAsync(batch)) as tf.Tensor2D;
  if (boxes.shape[0] === 0) {
    tf.dispose([batch, boxes]);
    return null;
  }
  const rows = await boxes.array();
  batch.dispose();
  boxes.dispose();
  return rows[0];
}

export function scaledCopy(image: tf.Tensor3D): tf.Tensor3D {
  const copy = image.clone();
  image.dispose();
  const scaled = tf.tidy(() => copy.toFloat().div<tf.Tensor3D>(255));
  copy.dispose();
  console.log('tensors left', tf.memory().numTensors);
  return scaled;
}

export async function predictOrFail(model: tf.LayersModel, values: number[]): Promise<number> {
  const input = tf.tensor2d([values]);
  let output: tf.Tensor | undefined;
  try {
    output = model.predict(input) as tf.Tensor;
    return (await output.data())[0];
  } finally {
    input.dispose();
    output?.dispose();
  }
}
