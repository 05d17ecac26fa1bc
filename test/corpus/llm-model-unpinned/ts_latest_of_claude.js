import Anthropic from '@anthropic-ai/sdk';

const anthropic = new Anthropic({ maxRetries: 3 });

export class Tutor {
  #turns = [];

  async ask(question) {
    this.#turns.push({ role: 'user', content: question });
    const message = await anthropic.messages.create({
      model: 'claude-3-5-sonnet-latest', // must: llm-model-unpinned
      max_tokens: 800,
      temperature: 0.2,
      system: 'You teach chemistry to pupils of sixteen.',
      messages: this.#turns,
    });
    const text = message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');
    this.#turns.push({ role: 'assistant', content: text });
    return text;
  }
}
