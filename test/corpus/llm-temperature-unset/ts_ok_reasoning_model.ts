import OpenAI from 'openai';
import { z } from 'zod';

const client = new OpenAI({ timeout: 120_000, maxRetries: 1 });

const Verdict = z.object({ correct: z.boolean(), reason: z.string() });

/** The model refuses a temperature. */
export async function judge(problem: string, solution: string): Promise<z.infer<typeof Verdict>> {
  const completion = await client.chat.completions.create({
    model: 'o3-mini-2025-01-31',
    reasoning_effort: 'medium',
    max_completion_tokens: 4000,
    messages: [
      { role: 'developer', content: 'You mark solutions of pupils.' },
      { role: 'user', content: `Problem:\n${problem}\n\nSolution:\n${solution}` },
    ],
    response_format: { type: 'json_object' },
  });
  return Verdict.parse(JSON.parse(completion.choices[0]?.message.content ?? '{}'));
}
