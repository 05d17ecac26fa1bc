import OpenAI from 'openai';

const client = new OpenAI({ timeout: 30_000 });

export interface Contact {
  name: string;
  mail: string;
}

export async function contacts(letter: string): Promise<Contact[]> {
  const completion = await client.chat.completions.create({ // must: llm-unstructured-output
    model: 'gpt-4o-2024-08-06',
    temperature: 0,
    max_tokens: 500,
    messages: [
      { role: 'system', content: 'Return the persons in the letter as a JSON array of {name, mail} and nothing else.' },
      { role: 'user', content: letter },
    ],
  });
  const text = completion.choices[0]?.message.content ?? '[]';
  return JSON.parse(text) as Contact[];
}
