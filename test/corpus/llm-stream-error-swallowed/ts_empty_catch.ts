import OpenAI from 'openai';

const client = new OpenAI();

export async function* reply(question: string): AsyncGenerator<string> {
  try {
    const stream = await client.chat.completions.create({
      model: 'gpt-4o-2024-08-06',
      stream: true,
      temperature: 0.3,
      max_tokens: 700,
      messages: [
        { role: 'system', content: 'You help with gardens.' },
        { role: 'user', content: question },
      ],
    });
    for await (const chunk of stream) {
      yield chunk.choices[0]?.delta?.content ?? '';
    }
  } catch {} // must: llm-stream-error-swallowed
}
