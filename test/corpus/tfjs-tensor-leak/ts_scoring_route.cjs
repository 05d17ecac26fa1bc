const express = require('express');
const tf = require('@tensorflow/tfjs-node');

const app = express();
app.use(express.json({ limit: '50kb' }));

const FIELDS = ['age', 'income', 'debt', 'years_employed'];
let model;

app.get('/health', (req, res) => {
  res.status(model ? 200 : 503).end();
});

app.post('/score', async (req, res) => {
  const row = FIELDS.map((field) => Number(req.body[field]));
  if (row.some(Number.isNaN)) {
    return res.status(400).json({ error: 'every field must be a number' });
  }
  const input = tf.tensor2d([row]);
  const output = model.predict(input); // must: tfjs-tensor-leak
  const [score] = await output.data();
  input.dispose();
  res.json({ score });
});

tf.loadLayersModel('file://./model/model.json').then((loaded) => {
  model = loaded;
  app.listen(3000, () => console.log('scoring on port 3000'));
});
