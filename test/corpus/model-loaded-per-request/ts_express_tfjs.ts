import express from 'express';
import * as tf from '@tensorflow/tfjs-node';

const app = express();
app.use(express.json());

app.post('/price', async (request, response) => {
  const row = request.body.row as number[];
  const model = await tf.loadLayersModel('file://./price/model.json'); // must: model-loaded-per-request
  const output = tf.tidy(() => model.predict(tf.tensor2d([row])) as tf.Tensor);
  const [price] = await output.data();
  output.dispose();
  model.dispose();
  response.json({ price });
});

app.listen(3000);
