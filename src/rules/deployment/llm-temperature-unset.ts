import { setTemperature } from "../../semantics/llm/setting-edits.js";
import { randomAnswers } from "../../semantics/llm/unfixed.js";
import { defineRule } from "../rule.js";
import { alsoAt, nameOf, suggest } from "../wording.js";

export default defineRule({
  meta: {
    id: "llm-temperature-unset",
    stage: "deployment",
    languages: ["python", "typescript"],
    severity: "info",
    preset: "strict",
    summary: "An answer that a program reads is drawn at random",
    why: "Without a temperature most models draw their words at random, so the same input is parsed, compared or scored with another result each time, and nobody can tell a better prompt from a luckier draw.",
    fix: "Ask with `temperature: 0`, or with a seed, wherever the program reads the answer.",
    guide: "deployment/language-models#repeatable-answers",
    sources: [
      {
        title: "OpenAI: create chat completion",
        url: "https://platform.openai.com/docs/api-reference/chat/create#chat-create-temperature",
      },
      { title: "AI SDK: settings", url: "https://ai-sdk.dev/docs/ai-sdk-core/settings#temperature" },
    ],
    fixable: "suggestion",
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


def is_spam(text):
    response = client.chat.completions.create(
        model="gpt-4o-2024-08-06",
        max_completion_tokens=3,
        messages=[{"role": "user", "content": f"Is this spam, yes or no? {text}"}],
    )
    return response.choices[0].message.content.strip().lower() == "yes"
`,
      good: `from openai import OpenAI

client = OpenAI()


def is_spam(text):
    response = client.chat.completions.create(
        model="gpt-4o-2024-08-06",
        max_completion_tokens=3,
        temperature=0,
        messages=[{"role": "user", "content": f"Is this spam, yes or no? {text}"}],
    )
    return response.choices[0].message.content.strip().lower() == "yes"
`,
    },
    {
      language: "typescript",
      bad: `import { generateObject } from "ai";
import { openai } from "@ai-sdk/openai";
import { z } from "zod";

export async function labelOf(text: string): Promise<string> {
  const { object } = await generateObject({
    model: openai("gpt-4o-2024-08-06"),
    schema: z.object({ label: z.enum(["praise", "complaint"]) }),
    prompt: \`Which is it? \${text}\`,
  });
  return object.label;
}
`,
      good: `import { generateObject } from "ai";
import { openai } from "@ai-sdk/openai";
import { z } from "zod";

export async function labelOf(text: string): Promise<string> {
  const { object } = await generateObject({
    model: openai("gpt-4o-2024-08-06"),
    temperature: 0,
    schema: z.object({ label: z.enum(["praise", "complaint"]) }),
    prompt: \`Which is it? \${text}\`,
  });
  return object.label;
}
`,
    },
  ],

  *check(model) {
    for (const { completion, use } of randomAnswers(model)) {
      const { call, unit } = completion.event;
      const at = nameOf(model, call);
      yield {
        at,
        message: `The program reads the answer of \`${model.text(at)}\`, which is another one each time: set \`temperature\` to 0.`,
        related: use === undefined ? [] : alsoAt(use.at, unit, "The answer is read here."),
        fixes: suggest("Ask at temperature 0", setTemperature(model, completion)),
      };
    }
  },
});
