import { GoogleGenAI } from '@google/genai';

const ai = new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY });

export class Grader {
  async grade(essay) {
    const response = await ai.models.generateContent({ // must: llm-unstructured-output
      model: 'gemini-2.0-flash-001',
      contents: essay,
      config: {
        systemInstruction: 'Grade the essay from 1 to 10. End with "Score: N".',
        temperature: 0,
        maxOutputTokens: 600,
      },
    });
    const found = /Score:\s*(\d+)/.exec(response.text);
    return found ? Number(found[1]) : null;
  }
}
