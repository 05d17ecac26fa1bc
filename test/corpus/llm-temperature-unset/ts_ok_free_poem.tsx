import OpenAI from 'openai';

const client = new OpenAI();

interface Props {
  occasion: string;
}

/** A page rendered on the server; another poem each time is what is wanted. */
export default async function Poem({ occasion }: Props) {
  const completion = await client.chat.completions.create({
    model: 'gpt-4o-2024-08-06',
    max_tokens: 300,
    messages: [
      { role: 'system', content: 'You write short, cheerful poems.' },
      { role: 'user', content: occasion },
    ],
  });
  return (
    <article>
      <h1>{occasion}</h1>
      <pre>{completion.choices[0]?.message.content}</pre>
    </article>
  );
}
