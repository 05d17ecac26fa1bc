importScripts('https://cdn.jsdelivr.net/npm/@tensorflow/tfjs@4.22.0/dist/tf.min.js');

let model = null;

function head(width, classes) {
  const net = tf.sequential();
  net.add(tf.layers.dense({ inputShape: [width], units: 100, activation: 'relu' }));
  net.add(tf.layers.dense({ units: classes, activation: 'softmax' }));
  net.compile({ optimizer: tf.train.adam(1e-3), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  return net;
}

async function train({ embeddings, labels, classes }) {
  model?.dispose();
  model = head(embeddings[0].length, classes);
  const xs = tf.data.array(embeddings);
  const ys = tf.data.array(labels.map((label) => Array.from({ length: classes }, (_, i) => Number(i === label))));
  await model.fitDataset(tf.data.zip({ xs, ys }).shuffle(1000).batch(16), { // must: tfjs-fit-without-validation
    epochs: 20,
    callbacks: {
      onEpochEnd: (epoch, logs) => self.postMessage({ kind: 'progress', epoch, accuracy: logs.acc }),
    },
  });
  self.postMessage({ kind: 'done' });
}

self.addEventListener('message', ({ data }) => {
  if (data.kind === 'train') train(data).catch((error) => self.postMessage({ kind: 'failed', message: error.message }));
});
