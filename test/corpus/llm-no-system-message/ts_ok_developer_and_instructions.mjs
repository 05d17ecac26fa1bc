import OpenAI from 'openai';

const client = new OpenAI({ timeout: 60_000 });

export async function plan(goal) {
  const { choices } = await client.chat.completions.create({
    model: 'o4-mini-2025-04-16',
    max_completion_tokens: 3000,
    messages: [
      { role: 'developer', content: 'You plan trips by train only.' },
      { role: 'user', content: goal },
    ],
  });
  return choices[0].message.content;
}

export async function shorten(text) {
  const response = await client.responses.create({
    model: 'gpt-4.1-2025-04-14',
    instructions: 'Shorten the text to half of its length.',
    input: [{ role: 'user', content: text }],
    max_output_tokens: 800,
  });
  return response.output_text;
}
