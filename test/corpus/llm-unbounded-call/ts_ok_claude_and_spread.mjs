import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { limits } from './limits.mjs';

const anthropic = new Anthropic();
const openai = new OpenAI();

/** The one SDK asks for a bound itself, the other gets it from a table of limits. */
export async function answers(questions, system) {
  const pairs = [];
  for (const question of questions) {
    const [left, right] = await Promise.all([
      anthropic.messages.create({
        model: 'claude-3-5-sonnet-20241022',
        max_tokens: 300,
        system,
        messages: [{ role: 'user', content: question }],
      }),
      openai.chat.completions.create({
        model: 'gpt-4o-2024-08-06',
        ...limits.answer,
        messages: [
          { role: 'system', content: system },
          { role: 'user', content: question },
        ],
      }),
    ]);
    pairs.push([left.content[0].text, right.choices[0].message.content]);
  }
  return pairs;
}
