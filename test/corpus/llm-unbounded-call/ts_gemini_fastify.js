const fastify = require('fastify')({ logger: true });
const { GoogleGenAI } = require('@google/genai');

const ai = new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY });

fastify.post('/translate', async (request) => {
  const { text } = request.body;
  const response = await ai.models.generateContent({ // must: llm-unbounded-call
    model: 'gemini-2.0-flash-001',
    contents: text,
    config: { systemInstruction: 'Translate into Portuguese.', temperature: 0 },
  });
  return { text: response.text };
});

fastify.listen({ port: 8080 }).catch((error) => {
  fastify.log.error(error);
  process.exit(1);
});
