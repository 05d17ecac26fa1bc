import Anthropic from '@anthropic-ai/sdk';

const client = new Anthropic();

async function complete(notes) {
  const message = await client.messages.create({ // must: llm-unstructured-output
    model: 'claude-3-5-sonnet-20241022',
    max_tokens: 1000,
    temperature: 0,
    system: 'Make a list of tasks from the notes. Answer with a block of JSON.',
    messages: [{ role: 'user', content: notes }],
  });
  return message.content[0].text;
}

export async function tasks(notes) {
  const text = await complete(notes);
  const block = text.match(/```json\s*([\s\S]*?)```/);
  return JSON.parse(block ? block[1] : text);
}
