import OpenAI from 'openai';

const client = new OpenAI({
  apiKey: 'sk-proj-Zt7vQ2mXx8LbN4cWk3RyH6dJp1sUeGaT0oFi9BnE5rMwKqY', // must: hardcoded-secret
  maxRetries: 2,
});

export async function summary(text: string): Promise<string> {
  const completion = await client.chat.completions.create({
    model: 'gpt-4o-mini-2024-07-18',
    temperature: 0,
    max_tokens: 200,
    messages: [
      { role: 'system', content: 'Sum up the text in two sentences.' },
      { role: 'user', content: text },
    ],
  });
  return completion.choices[0]?.message.content ?? '';
}
