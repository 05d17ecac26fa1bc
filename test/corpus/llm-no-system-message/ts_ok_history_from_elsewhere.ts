import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { buildMessages, type Turn } from './prompt.js';

const openai = new OpenAI({ timeout: 20_000 });
const anthropic = new Anthropic();

export async function viaOpenai(turns: Turn[]): Promise<string | null> {
  const { choices } = await openai.chat.completions.create({
    model: 'gpt-4o-2024-08-06',
    max_tokens: 500,
    messages: buildMessages(turns),
  });
  return choices[0]!.message.content;
}

export async function viaAnthropic(text: string): Promise<Anthropic.ContentBlock[]> {
  const { content } = await anthropic.messages.create({
    model: 'claude-sonnet-4-20250514',
    max_tokens: 500,
    system: [{ type: 'text', text: 'You are the help of a library.', cache_control: { type: 'ephemeral' } }],
    messages: [{ role: 'user', content: text }],
  });
  return content;
}
