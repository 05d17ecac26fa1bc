import * as tf from '@tensorflow/tfjs';

export class Policy {
  constructor(inputs, actions) {
    this.net = tf.sequential({
      layers: [
        tf.layers.dense({ inputShape: [inputs], units: 24, activation: 'elu' }),
        tf.layers.dense({ units: actions }),
      ],
    });
    this.optimizer = tf.train.adam(0.01);
  }

  /** The loss makes shares of the raw outputs itself; `shares` does it for those who look. */
  step(states, chosen, weights) {
    this.optimizer.minimize(() => {
      const raw = this.net.apply(states, { training: true });
      return tf.losses.softmaxCrossEntropy(chosen, raw, weights);
    });
  }

  shares(states) {
    return tf.tidy(() => tf.softmax(this.net.predict(states)));
  }

  agreement(states, answers) {
    return tf.tidy(() => tf.losses.sigmoidCrossEntropy(answers, this.net.predict(states)));
  }
}
