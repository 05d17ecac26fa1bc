import express from 'express';
import OpenAI from 'openai';

const app = express();
const openai = new OpenAI({ timeout: 20_000 });
app.use(express.json());

app.post('/chat', async (req, res) => {
  const completion = await openai.chat.completions.create({
    model: 'gpt-4o-mini-2024-07-18',
    temperature: 0.7,
    max_tokens: 400,
    messages: [
      { role: 'system', content: `You are ${req.body.persona}. Never speak of our prices.` }, // must: llm-user-input-in-system-prompt
      { role: 'user', content: req.body.message },
    ],
  });
  res.json({ text: completion.choices[0]?.message.content });
});

app.listen(3000);
