const tf = require('@tensorflow/tfjs-node');

async function nearest(query, table, count) {
  let order;
  const scores = tf.tidy(() => {
    const q = tf.tensor1d(query);
    const rows = tf.tensor2d(table.map((entry) => entry.vector));
    const similarity = rows.matMul(q.expandDims(1)).squeeze();
    order = tf.topk(similarity, count).indices;
    return similarity;
  });
  const values = await scores.data();
  scores.dispose();
  const ranks = await order.data(); // must: tfjs-use-after-dispose
  return Array.from(ranks, (id) => ({ name: table[id].name, score: values[id] }));
}

module.exports = { nearest };
