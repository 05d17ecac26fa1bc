import { ChatOpenAI } from '@langchain/openai';
import express from 'express';
import OpenAI from 'openai';

const openai = new OpenAI({ timeout: 12_000, maxRetries: 1 });
const llm = new ChatOpenAI({ model: 'gpt-4o-mini-2024-07-18', temperature: 0.1, maxTokens: 250, timeout: 10_000 });

const app = express();
app.use(express.json());

app.post('/v1/answer', async (req, res) => {
  const { choices } = await openai.chat.completions.create({
    model: 'gpt-4o-2024-08-06',
    temperature: 0.1,
    messages: [
      { role: 'system', content: 'You answer questions about bicycles.' },
      { role: 'user', content: String(req.body.question) },
    ],
  });
  res.json({ answer: choices[0]?.message.content });
});

app.post('/v2/answer', async (req, res) => {
  const reply = await llm.invoke([
    { role: 'system', content: 'You answer questions about bicycles.' },
    { role: 'user', content: String(req.body.question) },
  ]);
  res.json({ answer: reply.content });
});

app.listen(3000);
