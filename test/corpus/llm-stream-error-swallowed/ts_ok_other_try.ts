import Anthropic from '@anthropic-ai/sdk';

const anthropic = new Anthropic();

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** The empty catch is about the storage of the browser; what the stream throws goes to the caller. */
export async function watch(prompt: string, show: (text: string) => void): Promise<void> {
  const stream = anthropic.messages.stream({
    model: 'claude-sonnet-4-20250514',
    max_tokens: 900,
    system: 'You explain plots of films.',
    messages: [{ role: 'user', content: prompt }],
  });
  for await (const event of stream) {
    if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') show(event.delta.text);
  }
  try {
    localStorage.setItem('last', prompt);
  } catch {}
  show(String(parsed(prompt)?.['title'] ?? ''));
}
