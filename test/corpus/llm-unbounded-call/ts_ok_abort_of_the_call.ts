import { openai } from '@ai-sdk/openai';
import { generateText } from 'ai';
import { Hono } from 'hono';
import OpenAI from 'openai';

const app = new Hono();
const client = new OpenAI();

app.post('/headline', async (context) => {
  const { article } = await context.req.json<{ article: string }>();
  const { text } = await generateText({
    model: openai('gpt-4.1-mini-2025-04-14'),
    system: 'Write a headline of at most ten words.',
    prompt: article,
    temperature: 0.4,
    maxOutputTokens: 40,
    abortSignal: AbortSignal.timeout(8000),
  });
  return context.json({ headline: text });
});

app.post('/tags', async (context) => {
  const { article } = await context.req.json<{ article: string }>();
  const response = await client.responses.create(
    {
      model: 'gpt-4o-mini-2024-07-18',
      instructions: 'Name five tags.',
      input: article,
      temperature: 0,
      max_output_tokens: 60,
    },
    { timeout: 8000 },
  );
  return context.json({ tags: response.output_text });
});

export default app;
