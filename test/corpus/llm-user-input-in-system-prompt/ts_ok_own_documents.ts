import { ChatPromptTemplate } from '@langchain/core/prompts';
import { ChatOpenAI } from '@langchain/openai';
import { readFile } from 'node:fs/promises';

const handbook = await readFile(new URL('./handbook.md', import.meta.url), 'utf8');
const llm = new ChatOpenAI({ model: 'gpt-4o-2024-08-06', temperature: 0, maxTokens: 400, timeout: 20_000 });

const prompt = ChatPromptTemplate.fromMessages([
  ['system', 'You answer from the handbook only.\n\n{handbook}'],
  ['human', '{question}'],
]);

export async function POST(request: Request): Promise<Response> {
  const { question } = (await request.json()) as { question: string };
  const reply = await prompt.pipe(llm).invoke({ handbook, question });
  return Response.json({ text: reply.text });
}
