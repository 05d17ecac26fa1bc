// main
import { Hono } from 'hono';
import { getModel, labels } from './model.mjs';

const app = new Hono();

app.post('/classify', async (context) => {
  const { pixels } = await context.req.json();
  const classify = await getModel();
  const values = await classify(pixels);
  const best = values.indexOf(Math.max(...values));
  return context.json({ label: labels[best], share: values[best] });
});

export default app;
