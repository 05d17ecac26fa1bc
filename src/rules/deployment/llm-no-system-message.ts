import { chatsWithoutSystem } from "../../semantics/llm/unfixed.js";
import { defineRule } from "../rule.js";

export default defineRule({
  meta: {
    id: "llm-no-system-message",
    stage: "deployment",
    languages: ["python", "typescript"],
    severity: "hint",
    preset: "strict",
    summary: "A chat of an application has no system message",
    why: "Without a system message a model answers about everything, in any form and to anyone; what it must not do stands nowhere, or between the words of the user.",
    fix: "Begin the chat with a system message that says what the model is for and how it answers.",
    guide: "deployment/language-models#system-messages",
    sources: [
      { title: "OpenAI: text generation", url: "https://platform.openai.com/docs/guides/text" },
      {
        title: "Anthropic: system prompts",
        url: "https://docs.anthropic.com/en/docs/build-with-claude/prompt-engineering/system-prompts",
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


def reply(mail):
    return client.chat.completions.create(
        model="gpt-4o-2024-08-06",
        max_completion_tokens=500,
        messages=[{"role": "user", "content": f"Answer this mail: {mail}"}],
    )
`,
      good: `from openai import OpenAI

client = OpenAI()


def reply(mail):
    return client.chat.completions.create(
        model="gpt-4o-2024-08-06",
        max_completion_tokens=500,
        messages=[
            {"role": "system", "content": "You answer mails to a library: kindly, in at most five sentences."},
            {"role": "user", "content": mail},
        ],
    )
`,
    },
    {
      language: "typescript",
      bad: `import Anthropic from "@anthropic-ai/sdk";

const client = new Anthropic();

export function reply(mail: string): Promise<unknown> {
  return client.messages.create({
    model: "claude-3-5-haiku-20241022",
    max_tokens: 500,
    messages: [{ role: "user", content: \`Answer this mail: \${mail}\` }],
  });
}
`,
      good: `import Anthropic from "@anthropic-ai/sdk";

const client = new Anthropic();

export function reply(mail: string): Promise<unknown> {
  return client.messages.create({
    model: "claude-3-5-haiku-20241022",
    max_tokens: 500,
    system: "You answer mails to a library: kindly, in at most five sentences.",
    messages: [{ role: "user", content: mail }],
  });
}
`,
    },
  ],

  *check(model) {
    for (const { at } of chatsWithoutSystem(model)) {
      yield {
        at,
        message: "Only the user speaks in this chat: say in a system message what the model is for and how it answers.",
      };
    }
  },
});
