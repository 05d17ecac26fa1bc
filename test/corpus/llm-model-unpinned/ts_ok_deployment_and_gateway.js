import OpenAI, { AzureOpenAI } from 'openai';

/** In Azure the name is that of a deployment, behind the gateway that of a route. */
const azure = new AzureOpenAI({ apiVersion: '2024-10-21', timeout: 20_000 });
const gateway = new OpenAI({ baseURL: 'https://llm.example.org/v1', timeout: 20_000 });

const messagesOf = (text) => [
  { role: 'system', content: 'You fix spelling only.' },
  { role: 'user', content: text },
];

export async function fixWithAzure(text) {
  const { choices } = await azure.chat.completions.create({
    model: 'editor-prod',
    temperature: 0,
    max_tokens: 800,
    messages: messagesOf(text),
  });
  return choices[0].message.content;
}

export async function fixWithGateway(text) {
  const { choices } = await gateway.chat.completions.create({
    model: 'team-writing/default',
    temperature: 0,
    max_tokens: 800,
    messages: messagesOf(text),
  });
  return choices[0].message.content;
}
