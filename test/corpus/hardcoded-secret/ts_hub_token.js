import { writeFile } from 'node:fs/promises';

const HF_TOKEN = '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'; // must: hardcoded-secret
const REPOSITORY = 'acme/plant-diseases-onnx';
const REVISION = '5f1c2b7a9d3e4c60';

export async function download(file) {
  const answer = await fetch(`https://huggingface.co/${REPOSITORY}/resolve/${REVISION}/${file}`, {
    headers: { authorization: `Bearer ${HF_TOKEN}` },
  });
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  await writeFile(file, Buffer.from(await answer.arrayBuffer()));
}
