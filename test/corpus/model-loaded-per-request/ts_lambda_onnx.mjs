import * as ort from 'onnxruntime-node';

async function openSession() {
  return ort.InferenceSession.create('./model/fraud.onnx', { executionProviders: ['cpu'] }); // must: model-loaded-per-request
}

export const handler = async (event) => {
  const { features } = JSON.parse(event.body ?? '{}');
  if (!Array.isArray(features)) return { statusCode: 400, body: 'features are missing' };

  const session = await openSession();
  const feeds = { input: new ort.Tensor('float32', Float32Array.from(features), [1, features.length]) };
  const { probability } = await session.run(feeds);
  return { statusCode: 200, body: JSON.stringify({ fraud: probability.data[1] }) };
};
