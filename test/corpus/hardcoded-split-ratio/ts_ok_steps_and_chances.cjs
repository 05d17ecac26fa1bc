const tf = require('@tensorflow/tfjs-node');

class Agent {
  constructor(net, actions) {
    this.net = net;
    this.actions = actions;
  }

  async act(state, step, total) {
    const warm = Math.floor(total * 0.1);
    const chance = step < warm ? 1 : Math.max(0.05, 1 - step / total);
    if (Math.random() < chance) return Math.floor(Math.random() * this.actions);
    const best = tf.tidy(() => this.net.predict(tf.tensor2d([state])).argMax(1));
    const [action] = await best.data();
    best.dispose();
    return action;
  }

  rate(step, total) {
    return step < Math.floor(total * 0.8) ? 1e-3 : 1e-4;
  }
}

module.exports = { Agent };
