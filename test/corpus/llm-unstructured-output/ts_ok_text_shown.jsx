import OpenAI from 'openai';

const client = new OpenAI({ timeout: 20_000 });

export async function loadTip(request) {
  const { preferences } = JSON.parse(await request.text());
  const { choices } = await client.chat.completions.create({
    model: 'gpt-4o-mini-2024-07-18',
    temperature: 0.6,
    max_tokens: 150,
    messages: [
      { role: 'system', content: 'You give one tip for a walk.' },
      { role: 'user', content: `Likes: ${preferences.join(', ')}` },
    ],
  });
  return choices[0].message.content ?? '';
}

export function Tip({ text }) {
  return (
    <aside>
      {text.split('\n').map((line, i) => (
        <p key={i}>{line.trim()}</p>
      ))}
    </aside>
  );
}
