import express from 'express';
import OpenAI from 'openai';

const app = express();
const openai = new OpenAI({ timeout: 20_000 });
app.use(express.json());

app.post('/api/explain', async (req, res, next) => {
  try {
    const completion = await openai.chat.completions.create({
      model: 'gpt-4o-mini-2024-07-18',
      temperature: 0.2,
      max_tokens: 400,
      messages: [{ role: 'user', content: `Explain this error of a build:\n${String(req.body.log).slice(-4000)}` }], // must: llm-no-system-message
    });
    res.json({ text: completion.choices[0]?.message.content });
  } catch (error) {
    next(error);
  }
});

app.listen(process.env['PORT'] ?? 8080);
