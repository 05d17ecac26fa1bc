import { unboundedCalls } from "../../semantics/llm/unbounded.js";
import { defineRule } from "../rule.js";
import { nameOf } from "../wording.js";

export default defineRule({
  meta: {
    id: "llm-unbounded-call",
    stage: "deployment",
    languages: ["python", "typescript"],
    severity: "warning",
    preset: "recommended",
    summary: "A language model is asked again and again with no limit on its answer",
    why: "An answer without a limit is as long as the model likes, and a request may wait for ten minutes before an SDK gives up: in a loop or a request handler, cost and waiting add up without anybody noticing.",
    fix: "Say how many tokens the answer may have, and how long a request may take: in the call or once for the client.",
    guide: "deployment/language-models#limits",
    sources: [
      {
        title: "OpenAI: create chat completion",
        url: "https://platform.openai.com/docs/api-reference/chat/create",
      },
      { title: "openai-python: timeouts", url: "https://github.com/openai/openai-python#timeouts" },
    ],
    libraries: ["openai", "google.genai", "@google/genai", "ai", "langchain", "litellm"],
    topics: ["languageModels"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `from openai import OpenAI

client = OpenAI()


def summaries(articles):
    found = []
    for article in articles:
        response = client.chat.completions.create(
            model="gpt-4o-2024-08-06",
            messages=[{"role": "user", "content": f"Sum this up: {article}"}],
        )
        found.append(response.choices[0].message.content)
    return found
`,
      good: `from openai import OpenAI

client = OpenAI(timeout=30)


def summaries(articles):
    found = []
    for article in articles:
        response = client.chat.completions.create(
            model="gpt-4o-2024-08-06",
            max_completion_tokens=300,
            messages=[{"role": "user", "content": f"Sum this up: {article}"}],
        )
        found.append(response.choices[0].message.content)
    return found
`,
    },
    {
      language: "typescript",
      title: "A request handler asks as often as somebody calls it.",
      bad: `import express from "express";
import OpenAI from "openai";

const app = express();
const openai = new OpenAI();

app.post("/answer", async (req, res) => {
  const completion = await openai.chat.completions.create({
    model: "gpt-4o-2024-08-06",
    messages: [{ role: "user", content: req.body.question }],
  });
  res.json({ answer: completion.choices[0].message.content });
});
`,
      good: `import express from "express";
import OpenAI from "openai";

const app = express();
const openai = new OpenAI({ timeout: 20_000 });

app.post("/answer", async (req, res) => {
  const completion = await openai.chat.completions.create({
    model: "gpt-4o-2024-08-06",
    max_completion_tokens: 500,
    messages: [{ role: "user", content: req.body.question }],
  });
  res.json({ answer: completion.choices[0].message.content });
});
`,
    },
  ],

  *check(model) {
    for (const { completion, where } of unboundedCalls(model)) {
      const at = nameOf(model, completion.event.call);
      const often = where === "loop" ? "for each turn of a loop" : "for each request";
      yield {
        at,
        message: `\`${model.text(at)}\` is asked ${often} with no limit: say how many tokens an answer may have, and how long it may take.`,
      };
    }
  },
});
