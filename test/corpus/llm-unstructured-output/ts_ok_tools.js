import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

const anthropic = new Anthropic();
const openai = new OpenAI({ timeout: 20_000 });

const weather = {
  type: 'object',
  properties: { town: { type: 'string' }, day: { type: 'string' } },
  required: ['town'],
};

/** What is parsed here are the arguments of a tool, which follow its schema. */
export async function wish(text) {
  const { choices } = await openai.chat.completions.create({
    model: 'gpt-4.1-mini-2025-04-14',
    temperature: 0,
    max_tokens: 100,
    messages: [
      { role: 'system', content: 'Call the tool with what the user wants to know.' },
      { role: 'user', content: text },
    ],
    tools: [{ type: 'function', function: { name: 'weather', parameters: weather } }],
    tool_choice: { type: 'function', function: { name: 'weather' } },
  });
  return JSON.parse(choices[0].message.tool_calls[0].function.arguments);
}

export async function wishOf(text) {
  const message = await anthropic.messages.create({
    model: 'claude-sonnet-4-20250514',
    max_tokens: 200,
    temperature: 0,
    system: 'Call the tool with what the user wants to know.',
    messages: [{ role: 'user', content: text }],
    tools: [{ name: 'weather', description: 'The weather of a town', input_schema: weather }],
    tool_choice: { type: 'tool', name: 'weather' },
  });
  return message.content.find((block) => block.type === 'tool_use')?.input;
}
