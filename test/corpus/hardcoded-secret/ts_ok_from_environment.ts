import OpenAI from 'openai';
import { z } from 'zod';

const environment = z
  .object({
    OPENAI_API_KEY: z.string().startsWith('sk-', 'a key begins with sk-'),
    HF_TOKEN: z.string().regex(/^hf_[A-Za-z]+$/).optional(),
  })
  .parse(process.env);

export const openai = new OpenAI({ apiKey: environment.OPENAI_API_KEY, timeout: 20_000 });

export function hubHeaders(): Record<string, string> {
  return environment.HF_TOKEN ? { authorization: `Bearer ${environment.HF_TOKEN}` } : {};
}
