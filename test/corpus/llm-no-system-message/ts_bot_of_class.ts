import { OpenAI } from 'openai';
import type { Client, Message } from 'discord.js';

export class QuizBot {
  private readonly openai = new OpenAI({ maxRetries: 1, timeout: 10_000 });

  constructor(private readonly client: Client) {
    this.client.on('messageCreate', (message) => {
      if (message.content.startsWith('!quiz ')) this.reply(message).catch(console.error);
    });
  }

  private async reply(message: Message): Promise<void> {
    const topic = message.content.slice('!quiz '.length);
    const { choices } = await this.openai.chat.completions.create({
      model: 'gpt-4.1-mini-2025-04-14',
      max_tokens: 250,
      temperature: 0.9,
      messages: [{ role: 'user', content: `Ask three questions about ${topic}.` }], // must: llm-no-system-message
    });
    await message.reply(choices[0]?.message.content ?? 'No questions today.');
  }
}
