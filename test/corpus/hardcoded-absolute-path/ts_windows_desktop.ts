import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import * as ort from 'onnxruntime-node';

const MODEL = 'C:\\Users\\jonas\\Desktop\\onnx\\defects.onnx'; // must: hardcoded-absolute-path

export async function scoreLines(path: string): Promise<number[]> {
  const session = await ort.InferenceSession.create(await readFile(MODEL));
  const scores: number[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const values = Float32Array.from(line.split(','), Number);
    const { output } = await session.run({ input: new ort.Tensor('float32', values, [1, values.length]) });
    scores.push(Number(output!.data[0]));
  }
  return scores;
}
