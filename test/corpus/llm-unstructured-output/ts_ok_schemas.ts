import { anthropic } from '@ai-sdk/anthropic';
import { generateObject } from 'ai';
import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';

const client = new OpenAI({ timeout: 20_000 });
const Event = z.object({ title: z.string(), date: z.string(), guests: z.array(z.string()) });

export async function eventOf(mail: string): Promise<z.infer<typeof Event> | null> {
  const completion = await client.chat.completions.parse({
    model: 'gpt-4o-2024-08-06',
    temperature: 0,
    max_tokens: 300,
    messages: [
      { role: 'system', content: 'Find the event in the mail.' },
      { role: 'user', content: mail },
    ],
    response_format: zodResponseFormat(Event, 'event'),
  });
  return completion.choices[0]?.message.parsed ?? null;
}

export async function eventsOf(mails: string[]): Promise<z.infer<typeof Event>[]> {
  const { object } = await generateObject({
    model: anthropic('claude-3-5-haiku-20241022'),
    schema: z.object({ events: z.array(Event) }),
    system: 'Find the events in the mails.',
    prompt: mails.join('\n---\n'),
    temperature: 0,
    maxOutputTokens: 1500,
  });
  return object.events;
}
