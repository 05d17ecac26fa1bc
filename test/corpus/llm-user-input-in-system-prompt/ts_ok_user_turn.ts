import Fastify from 'fastify';
import OpenAI from 'openai';

const app = Fastify();
const client = new OpenAI({ timeout: 20_000 });
const SYSTEM = 'You answer questions about the text that the user gives.';

app.post<{ Body: { text: string; question: string } }>('/ask', async ({ body }) => {
  const { choices } = await client.chat.completions.create({
    model: 'gpt-4.1-mini-2025-04-14',
    temperature: 0.1,
    max_tokens: 300,
    messages: [
      { role: 'system', content: SYSTEM },
      { role: 'user', content: `Text:\n${body.text}\n\nQuestion: ${body.question}` },
    ],
  });
  return { answer: choices[0]?.message.content };
});

await app.listen({ port: 3000 });
