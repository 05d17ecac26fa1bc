import OpenAI from 'openai';
import { persona } from './persona.js';

const client = new OpenAI({ timeout: 20_000 });

/** The persona is a system turn that another file makes. */
export async function chat(text, earlier = []) {
  const completion = await client.chat.completions.create({
    model: 'gpt-4o-mini-2024-07-18',
    max_tokens: 300,
    temperature: 0.8,
    messages: [persona(), ...earlier, { role: 'user', content: text }],
  });
  return completion.choices[0].message.content;
}
