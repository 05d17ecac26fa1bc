import express from 'express';
import Anthropic from '@anthropic-ai/sdk';
import { config } from './config.js';

const app = express();
const anthropic = new Anthropic();
app.use(express.json());

const TONES = { friendly: 'Be warm.', short: 'Use one sentence.', formal: 'Use formal language.' };

/** The body only chooses one of our own sentences; the rest is ours. */
app.post('/reply', async (req, res) => {
  const tone = TONES[req.body.tone] ?? TONES.friendly;
  const words = Math.min(Number(req.body.words) || 80, 200);
  const message = await anthropic.messages.create({
    model: 'claude-sonnet-4-20250514',
    max_tokens: 400,
    system: `You write for ${config.company}. ${tone} At most ${words} words. Today is ${new Date().toDateString()}.`,
    messages: [{ role: 'user', content: req.body.text }],
  });
  res.json({ text: message.content[0].text });
});

app.listen(8080);
