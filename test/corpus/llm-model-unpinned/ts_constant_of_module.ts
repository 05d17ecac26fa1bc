import OpenAI from 'openai';

const MODEL = 'gpt-4o'; // must: llm-model-unpinned
const client = new OpenAI({ timeout: 15_000 });

export async function rewrite(paragraph: string, tone: 'formal' | 'plain'): Promise<string> {
  const completion = await client.chat.completions.create({
    model: MODEL,
    temperature: 0.3,
    max_tokens: 600,
    messages: [
      { role: 'system', content: 'You rewrite paragraphs and keep their meaning.' },
      { role: 'user', content: `Tone: ${tone}\n\n${paragraph}` },
    ],
  });
  return completion.choices[0]?.message.content ?? paragraph;
}
