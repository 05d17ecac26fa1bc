import Anthropic from '@anthropic-ai/sdk';

const anthropic = new Anthropic();

/** Route of a shop: a text for the page of a product. */
export async function POST(request) {
  const { name, facts } = await request.json();
  const message = await anthropic.messages.create({
    model: 'claude-3-5-haiku-20241022',
    max_tokens: 350,
    temperature: 0.7,
    messages: [ // must: llm-no-system-message
      {
        role: 'user',
        content: `Describe the product ${name} for our shop.\n\nFacts:\n${facts.join('\n')}`,
      },
    ],
  });
  return Response.json({ text: message.content[0].text });
}
