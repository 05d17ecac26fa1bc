import express from 'express';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-node';

const here = fileURLToPath(new URL('.', import.meta.url));
const model = await tf.loadGraphModel(`file://${join(here, 'model', 'model.json')}`);

const app = express();
app.use('/static', express.static(join(here, 'public')));
app.get('/home/:user/predictions', (request, response) => {
  response.redirect(`/users/${encodeURIComponent(request.params.user)}`);
});
app.get('/api/v1/model', (_request, response) => {
  response.json({ inputs: model.inputs.map(({ name, shape }) => ({ name, shape })) });
});
app.listen(Number(process.env['PORT'] ?? 3000));
