import { ChatAnthropic } from '@langchain/anthropic';
import { ChatOllama } from '@langchain/ollama';
import { z } from 'zod';

const settings = z
  .object({ LLM_MODEL: z.string(), LLM_MAX_TOKENS: z.coerce.number().default(500), LOCAL: z.coerce.boolean() })
  .parse(process.env);

export const chat = settings.LOCAL
  ? new ChatOllama({ model: 'llama3.1', temperature: 0, numPredict: settings.LLM_MAX_TOKENS })
  : new ChatAnthropic({ model: settings.LLM_MODEL, temperature: 0, maxTokens: settings.LLM_MAX_TOKENS });

export async function outline(notes: string): Promise<string> {
  const reply = await chat.invoke([
    ['system', 'Make an outline of the notes.'],
    ['human', notes],
  ]);
  return reply.text;
}
