import Fastify from 'fastify';
import * as tf from '@tensorflow/tfjs-node';

const app = Fastify({ logger: true });
const model = await tf.loadLayersModel('file://./bikes/model.json');

/** Predicts only: what the model is worth was measured where it was trained. */
app.post<{ Body: { row: number[] } }>('/predict', async (request) => {
  const output = tf.tidy(() => model.predict(tf.tensor2d([request.body.row])) as tf.Tensor);
  const [value] = await output.data();
  output.dispose();
  return { value };
});

await app.listen({ port: 8080 });
