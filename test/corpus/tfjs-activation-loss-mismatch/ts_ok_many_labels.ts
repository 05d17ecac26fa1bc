import * as tf from '@tensorflow/tfjs';

export const TOPICS = ['sport', 'money', 'weather', 'politics', 'science'] as const;

/** A text may have several topics, so every unit answers for itself. */
export function topicModel(vocabulary: number, length: number): tf.Sequential {
  const model = tf.sequential();
  model.add(tf.layers.embedding({ inputDim: vocabulary, outputDim: 32, inputLength: length }));
  model.add(tf.layers.globalAveragePooling1d({}));
  model.add(tf.layers.dense({ units: 64, activation: 'relu' }));
  model.add(tf.layers.dense({ units: TOPICS.length, activation: 'sigmoid' }));
  model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy', metrics: ['binaryAccuracy'] });
  return model;
}

/** One topic only: shares that add up to one. */
export function mainTopicModel(vocabulary: number): tf.Sequential {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [vocabulary], units: 64, activation: 'relu' }));
  model.add(tf.layers.dense({ units: TOPICS.length, activation: 'softmax' }));
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}
