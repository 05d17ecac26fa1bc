import { openai } from '@ai-sdk/openai';
import { streamText } from 'ai';
import { logger } from './logger.js';

export async function collect(prompt) {
  const result = streamText({
    model: openai('gpt-4.1-2025-04-14'),
    system: 'You write minutes of meetings.',
    prompt,
    maxOutputTokens: 1200,
    onError: ({ error }) => logger.error({ error }, 'the stream broke off'),
  });
  const parts = [];
  try {
    for await (const part of result.textStream) parts.push(part);
  } catch (error) {
    logger.warn({ error, got: parts.length }, 'minutes are not whole');
    throw error;
  }
  return parts.join('');
}
