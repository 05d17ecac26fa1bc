import Anthropic from '@anthropic-ai/sdk';
import { readFile } from 'node:fs/promises';

const client = new Anthropic();
const cases = JSON.parse(await readFile('evals/capitals.json', 'utf8'));

async function answer(question) {
  const message = await client.messages.create({ // must: llm-temperature-unset
    model: 'claude-3-5-haiku-20241022',
    max_tokens: 20,
    system: 'Answer with the name only.',
    messages: [{ role: 'user', content: question }],
  });
  return message.content[0].text;
}

let right = 0;
for (const { question, expected } of cases) {
  const said = await answer(question);
  if (said.trim().toLowerCase() === expected.toLowerCase()) right += 1;
}

console.log(`${right} of ${cases.length} right`);
if (right / cases.length < 0.9) process.exitCode = 1;
