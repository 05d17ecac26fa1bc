const OpenAI = require('openai');

// A server on the same machine asks for no key, but the client insists on one.
const client = new OpenAI({ baseURL: 'http://localhost:11434/v1', apiKey: 'ollama' });

const SKIP_LINK = 'sk-navigation-and-go-to-main-content';

async function caption(text) {
  const { choices } = await client.chat.completions.create({
    model: 'llama3.1:8b',
    max_tokens: 40,
    messages: [
      { role: 'system', content: 'Write one short caption.' },
      { role: 'user', content: text },
    ],
  });
  return { id: SKIP_LINK, text: choices[0].message.content };
}

module.exports = { caption };
