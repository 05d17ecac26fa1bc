import OpenAI from 'openai';
import type { WebSocket } from 'ws';

const client = new OpenAI({ timeout: 30_000 });

export async function serve(socket: WebSocket, question: string): Promise<void> {
  try {
    const stream = await client.chat.completions.create({
      model: 'gpt-4o-mini-2024-07-18',
      stream: true,
      max_tokens: 500,
      messages: [
        { role: 'system', content: 'You answer shortly.' },
        { role: 'user', content: question },
      ],
    });
    for await (const chunk of stream) {
      const text = chunk.choices[0]?.delta?.content;
      if (text) socket.send(JSON.stringify({ kind: 'part', text }));
    }
    socket.send(JSON.stringify({ kind: 'done' }));
  } catch {
    socket.send(JSON.stringify({ kind: 'failed', message: 'The answer broke off.' }));
  } finally {
    socket.close();
  }
}
