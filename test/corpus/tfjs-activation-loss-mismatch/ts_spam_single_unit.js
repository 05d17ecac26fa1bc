const tf = require('@tensorflow/tfjs-node');

class SpamFilter {
  constructor(words) {
    this.words = words;
    const text = tf.input({ shape: [words] });
    const hidden = tf.layers.dense({ units: 32, activation: 'relu' }).apply(text);
    const thinned = tf.layers.dropout({ rate: 0.3 }).apply(hidden);
    const spam = tf.layers.dense({ units: 1, activation: 'sigmoid', name: 'spam' }).apply(thinned);
    this.net = tf.model({ inputs: text, outputs: spam });
    this.net.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] }); // must: tfjs-activation-loss-mismatch
  }

  async train(counts, flags) {
    const xs = tf.tensor2d(counts);
    const ys = tf.tensor2d(flags.map((flag) => [flag ? 1 : 0]));
    const { history } = await this.net.fit(xs, ys, { epochs: 8, validationSplit: 0.15 });
    tf.dispose([xs, ys]);
    return history;
  }
}

module.exports = { SpamFilter };
