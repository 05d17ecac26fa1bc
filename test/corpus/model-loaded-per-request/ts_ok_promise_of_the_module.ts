import Fastify from 'fastify';
import * as ort from 'onnxruntime-node';
import { pipeline, type FeatureExtractionPipeline } from '@huggingface/transformers';

const sessionReady = ort.InferenceSession.create('./ranker.onnx');
let extractor: FeatureExtractionPipeline | undefined;

async function embed(text: string): Promise<Float32Array> {
  extractor ??= await pipeline('feature-extraction', 'Xenova/all-MiniLM-L6-v2');
  const output = await extractor(text, { pooling: 'mean', normalize: true });
  return output.data as Float32Array;
}

const app = Fastify();
app.post<{ Body: { query: string } }>('/rank', async ({ body }) => {
  const vector = await embed(body.query);
  const session = await sessionReady;
  const { scores } = await session.run({ query: new ort.Tensor('float32', vector, [1, vector.length]) });
  return { scores: Array.from(scores!.data as Float32Array) };
});

await app.listen({ port: 8000 });
