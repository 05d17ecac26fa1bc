import { readFile } from 'node:fs/promises';
import { AutoModel, AutoTokenizer } from '@huggingface/transformers';

const tokenizer = await AutoTokenizer.from_pretrained('Xenova/all-MiniLM-L6-v2');
const texts = JSON.parse(await readFile('texts.json', 'utf8'));
const vectors = [];

for (const text of texts) {
  const model = await AutoModel.from_pretrained('Xenova/all-MiniLM-L6-v2'); // must: model-loaded-per-request
  const inputs = tokenizer(text, { truncation: true });
  const { last_hidden_state } = await model(inputs);
  vectors.push(last_hidden_state.mean(1).tolist());
}

console.log(vectors.length);
