import { useState } from 'react';

const EXAMPLE = 'sk-...';
const HINTS = { openai: 'sk-xxxxxxxxxxxxxxxxxxxxxxxx', huggingface: 'hf_your_token_here' };

export function KeyField({ provider, onSave }) {
  const [value, setValue] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSave(provider, value);
      }}
    >
      <label htmlFor="key">Your key</label>
      <input id="key" type="password" value={value} placeholder={HINTS[provider] ?? EXAMPLE} onChange={(e) => setValue(e.target.value)} />
      <button>Save</button>
    </form>
  );
}
