import Anthropic from '@anthropic-ai/sdk';

const key = process.env.ANTHROPIC_API_KEY || 'sk-ant-api03-Rk9vWq3LmZx8TbN5cYj2HdGp7sUeFa0oViBnErMwKqXtDy4QzPlCuJhSgA1fI6OwTbNcVxZm-LpQkRjHdAA'; // must: hardcoded-secret
const client = new Anthropic({ apiKey: key });

export async function translate(text, language) {
  const message = await client.messages.create({
    model: 'claude-3-5-haiku-20241022',
    max_tokens: 500,
    temperature: 0,
    system: 'You translate. Answer with the translation only.',
    messages: [{ role: 'user', content: `Into ${language}:\n${text}` }],
  });
  return message.content[0].type === 'text' ? message.content[0].text : '';
}
