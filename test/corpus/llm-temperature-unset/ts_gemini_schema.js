const { GoogleGenAI, Type } = require('@google/genai');

const ai = new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY });

class ReceiptReader {
  constructor(model = 'gemini-2.0-flash-001') {
    this.model = model;
  }

  async read(text) {
    const response = await ai.models.generateContent({ // must: llm-temperature-unset
      model: this.model,
      contents: text,
      config: {
        systemInstruction: 'You read receipts.',
        maxOutputTokens: 400,
        responseMimeType: 'application/json',
        responseSchema: {
          type: Type.OBJECT,
          properties: { total: { type: Type.NUMBER }, shop: { type: Type.STRING } },
          required: ['total', 'shop'],
        },
      },
    });
    const { total, shop } = JSON.parse(response.text);
    return { total, shop };
  }
}

module.exports = { ReceiptReader };
