import Anthropic from '@anthropic-ai/sdk';
import { NextResponse } from 'next/server';

const anthropic = new Anthropic();
const RULES = 'You help people who fill in a form. Do not give legal advice.';

export async function POST(request) {
  const { question, aboutMe } = await request.json();
  const system = RULES + '\n\nAbout the user: ' + aboutMe; // must: llm-user-input-in-system-prompt
  const message = await anthropic.messages.create({
    model: 'claude-3-5-haiku-20241022',
    max_tokens: 500,
    system,
    messages: [{ role: 'user', content: question }],
  });
  return NextResponse.json({ text: message.content[0].text });
}
