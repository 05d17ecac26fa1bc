import Anthropic from '@anthropic-ai/sdk';

const anthropic = new Anthropic();

export async function speak(text, onWord, onDone) {
  const stream = anthropic.messages.stream({
    model: 'claude-3-5-haiku-20241022',
    max_tokens: 400,
    system: 'You are the voice of a museum.',
    messages: [{ role: 'user', content: text }],
  });
  stream.on('text', (word) => onWord(word));
  stream.on('error', () => {}); // must: llm-stream-error-swallowed
  stream.on('end', () => onDone());
}
