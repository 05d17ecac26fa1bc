const express = require('express');
const Anthropic = require('@anthropic-ai/sdk');

const app = express();
const anthropic = new Anthropic();
app.use(express.json());

app.post('/story', async (req, res) => {
  res.setHeader('content-type', 'text/plain; charset=utf-8');
  try {
    const stream = await anthropic.messages.create({
      model: 'claude-3-5-sonnet-20241022',
      max_tokens: 1500,
      system: 'You tell stories for children.',
      messages: [{ role: 'user', content: `A story about ${req.body.animal}` }],
      stream: true,
    });
    for await (const event of stream) {
      if (event.type === 'content_block_delta') res.write(event.delta.text);
    }
    res.end();
  } catch (error) { // must: llm-stream-error-swallowed
    res.end();
  }
});

app.listen(3000);
