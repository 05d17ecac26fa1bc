import { openai } from '@ai-sdk/openai';
import { generateObject } from 'ai';
import { z } from 'zod';

const Recipe = z.object({
  title: z.string(),
  minutes: z.number().int(),
  ingredients: z.array(z.object({ name: z.string(), grams: z.number() })),
});

export async function recipe(leftovers: string[]): Promise<z.infer<typeof Recipe>> {
  const { object } = await generateObject({
    model: openai('gpt-4o-mini'), // must: llm-model-unpinned
    schema: Recipe,
    system: 'You cook with what is there.',
    prompt: leftovers.join(', '),
    temperature: 0,
    maxRetries: 1,
    maxTokens: 500,
  });
  return object;
}
