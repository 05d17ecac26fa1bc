import { readFile, writeFile } from 'node:fs/promises';
import OpenAI from 'openai';

const client = new OpenAI();

async function describe(product) {
  const { choices } = await client.chat.completions.create({ // must: llm-unbounded-call
    model: 'gpt-4.1-mini-2025-04-14',
    temperature: 0.5,
    messages: [
      { role: 'system', content: 'You write texts for a catalogue.' },
      { role: 'user', content: JSON.stringify(product) },
    ],
  });
  return choices[0].message.content;
}

const products = JSON.parse(await readFile('products.json', 'utf8'));
const described = [];
for (const product of products) {
  described.push({ ...product, text: await describe(product) });
}
await writeFile('described.json', JSON.stringify(described, null, 2));
