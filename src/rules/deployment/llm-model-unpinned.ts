import { movingModels } from "../../semantics/llm/unfixed.js";
import { defineRule } from "../rule.js";

export default defineRule({
  meta: {
    id: "llm-model-unpinned",
    stage: "deployment",
    languages: ["python", "typescript"],
    severity: "info",
    preset: "strict",
    summary: "A language model is asked for by a name that moves to other versions",
    why: "A provider points its short names at the next version of a model when it likes: answers, prices and limits change with nothing changed in the program, and no test of the prompt holds any longer.",
    fix: "Name the version that was tested, with its date or number, and move on when the tests have passed on the next one.",
    guide: "deployment/language-models#fixed-versions",
    sources: [
      { title: "OpenAI: models", url: "https://platform.openai.com/docs/models" },
      { title: "Anthropic: models overview", url: "https://docs.anthropic.com/en/docs/about-claude/models/overview" },
      {
        title: "Vertex AI: model versions",
        url: "https://cloud.google.com/vertex-ai/generative-ai/docs/learn/model-versions",
      },
    ],
    libraries: [
      "openai",
      "anthropic",
      "@anthropic-ai/sdk",
      "google.genai",
      "@google/genai",
      "ai",
      "langchain",
      "litellm",
    ],
    topics: ["languageModels"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `from openai import OpenAI

client = OpenAI()
response = client.chat.completions.create(
    model="gpt-4o",
    messages=[{"role": "user", "content": "Name three rivers."}],
)
print(response.choices[0].message.content)
`,
      good: `from openai import OpenAI

client = OpenAI()
response = client.chat.completions.create(
    model="gpt-4o-2024-08-06",
    messages=[{"role": "user", "content": "Name three rivers."}],
)
print(response.choices[0].message.content)
`,
    },
    {
      language: "typescript",
      bad: `import Anthropic from "@anthropic-ai/sdk";

const MODEL = "claude-3-5-haiku-latest";
const client = new Anthropic();

export async function rivers(): Promise<unknown> {
  const messages = [{ role: "user" as const, content: "Name three rivers." }];
  return client.messages.create({ model: MODEL, max_tokens: 100, messages });
}
`,
      good: `import Anthropic from "@anthropic-ai/sdk";

const MODEL = "claude-3-5-haiku-20241022";
const client = new Anthropic();

export async function rivers(): Promise<unknown> {
  const messages = [{ role: "user" as const, content: "Name three rivers." }];
  return client.messages.create({ model: MODEL, max_tokens: 100, messages });
}
`,
    },
  ],

  *check(model) {
    for (const { at, name } of movingModels(model)) {
      const message = `\`${name}\` stands for another version of the model when the provider says so: name the version that was tested, with its date or number.`;
      yield { at, message };
    }
  },
});
