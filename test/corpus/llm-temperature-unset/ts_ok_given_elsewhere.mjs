import { ChatOpenAI } from '@langchain/openai';
import OpenAI from 'openai';
import { z } from 'zod';

const llm = new ChatOpenAI({ model: 'gpt-4.1-mini-2025-04-14', temperature: 0, maxTokens: 100, timeout: 20_000 });
const labeller = llm.withStructuredOutput(z.object({ label: z.enum(['spam', 'ham']) }));

export async function label(mail) {
  const { label } = await labeller.invoke([
    ['system', 'Spam or ham?'],
    ['human', mail],
  ]);
  return label === 'spam';
}

const repeatable = { model: 'gpt-4o-2024-08-06', temperature: 0, seed: 1, max_tokens: 100 };
const client = new OpenAI();

export async function language(text) {
  const { choices } = await client.chat.completions.create({
    ...repeatable,
    messages: [
      { role: 'system', content: 'Name the language as an ISO code in an object {"code": ...}.' },
      { role: 'user', content: text },
    ],
    response_format: { type: 'json_object' },
  });
  return JSON.parse(choices[0].message.content).code;
}
