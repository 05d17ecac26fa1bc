import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import OpenAI from 'openai';

const SNAPSHOTS = {
  openai: 'gpt-4.1-2025-04-14',
  anthropic: 'claude-sonnet-4-20250514',
  google: 'gemini-2.0-flash-001',
} as const;

const system = 'You answer in one sentence.';

export async function ask(provider: keyof typeof SNAPSHOTS, question: string): Promise<string | undefined> {
  const model = SNAPSHOTS[provider];
  if (provider === 'openai') {
    const response = await new OpenAI({ timeout: 10_000 }).responses.create({
      model,
      instructions: system,
      input: question,
      max_output_tokens: 100,
    });
    return response.output_text;
  }
  if (provider === 'anthropic') {
    const message = await new Anthropic().messages.create({
      model,
      max_tokens: 100,
      system,
      messages: [{ role: 'user', content: question }],
    });
    return message.content[0]?.type === 'text' ? message.content[0].text : undefined;
  }
  const { text } = await new GoogleGenAI({}).models.generateContent({
    model,
    contents: question,
    config: { systemInstruction: system, maxOutputTokens: 100 },
  });
  return text;
}
