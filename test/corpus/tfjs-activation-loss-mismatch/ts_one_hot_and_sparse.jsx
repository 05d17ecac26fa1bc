import { useCallback, useState } from 'react';
import * as tf from '@tensorflow/tfjs';

const GESTURES = ['left', 'right', 'stop', 'go'];

export function GestureTrainer({ examples, onTrained }) {
  const [progress, setProgress] = useState(0);

  const train = useCallback(async () => {
    const xs = tf.tensor2d(examples.map((example) => example.embedding));
    const ys = tf.tidy(() => tf.oneHot(tf.tensor1d(examples.map((example) => example.gesture), 'int32'), GESTURES.length));

    const head = tf.sequential();
    head.add(tf.layers.dense({ inputShape: [xs.shape[1]], units: 50, activation: 'relu' }));
    head.add(tf.layers.dense({ units: GESTURES.length, activation: 'softmax' }));
    head.compile({ optimizer: tf.train.adam(1e-3), loss: 'sparseCategoricalCrossentropy' }); // must: tfjs-activation-loss-mismatch

    await head.fit(xs, ys, {
      epochs: 25,
      validationSplit: 0.2,
      callbacks: { onEpochEnd: (epoch) => setProgress((epoch + 1) / 25) },
    });
    tf.dispose([xs, ys]);
    onTrained(head);
  }, [examples, onTrained]);

  return (
    <button onClick={train} disabled={examples.length < 20}>
      {progress > 0 ? `${Math.round(progress * 100)} %` : 'Train'}
    </button>
  );
}
