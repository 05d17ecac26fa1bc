import OpenAI from 'openai';

const client = new OpenAI({ timeout: 30_000 });

const SCHEMA = {
  name: 'triage',
  strict: true,
  schema: {
    type: 'object',
    properties: {
      team: { type: 'string', enum: ['billing', 'delivery', 'returns'] },
      urgent: { type: 'boolean' },
    },
    required: ['team', 'urgent'],
    additionalProperties: false,
  },
};

export interface Triage {
  team: 'billing' | 'delivery' | 'returns';
  urgent: boolean;
}

export async function triage(ticket: string): Promise<Triage> {
  const completion = await client.chat.completions.create({ // must: llm-temperature-unset
    model: 'gpt-4o-mini-2024-07-18',
    max_tokens: 60,
    messages: [
      { role: 'system', content: 'You sort tickets of customers into teams.' },
      { role: 'user', content: ticket },
    ],
    response_format: { type: 'json_schema', json_schema: SCHEMA },
  });
  return JSON.parse(completion.choices[0]!.message.content ?? '{}') as Triage;
}
