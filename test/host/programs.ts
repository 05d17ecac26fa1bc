/** Small programs with one finding each, so that a test says which one it is about. */
export const unseededSplit = `from sklearn.model_selection import train_test_split


def split(rows):
    return train_test_split(rows)
`;

export const nanComparison = `import numpy as np


def is_missing(value):
    return value == np.nan
`;

export const fitWithoutValidation = `import * as tf from "@tensorflow/tfjs";

export async function train(inputs: tf.Tensor, labels: tf.Tensor): Promise<void> {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [4] })] });
  model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
  await model.fit(inputs, labels, { epochs: 5 });
}
`;
