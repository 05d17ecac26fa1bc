import { unstructuredAnswers } from "../../semantics/llm/unfixed.js";
import { defineRule } from "../rule.js";
import { alsoAt, nameOf } from "../wording.js";

export default defineRule({
  meta: {
    id: "llm-unstructured-output",
    stage: "deployment",
    languages: ["python", "typescript"],
    severity: "info",
    preset: "strict",
    summary: "Free text of a language model is parsed",
    why: "A model that is asked in words for JSON wraps it in prose, leaves a field out or adds a comma now and then: the parser throws on inputs that nobody tried.",
    fix: "Ask for an answer of a given form: a JSON schema as `response_format`, a tool, `generateObject`, `with_structured_output`.",
    guide: "deployment/language-models#answers-for-programs",
    sources: [
      { title: "OpenAI: structured outputs", url: "https://platform.openai.com/docs/guides/structured-outputs" },
      {
        title: "AI SDK: generating structured data",
        url: "https://ai-sdk.dev/docs/ai-sdk-core/generating-structured-data",
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
      bad: `import json

from openai import OpenAI

client = OpenAI()


def invoice(text):
    response = client.chat.completions.create(
        model="gpt-4o-2024-08-06",
        temperature=0,
        messages=[{"role": "user", "content": f"Give number and total as JSON: {text}"}],
    )
    return json.loads(response.choices[0].message.content)
`,
      good: `import json

from openai import OpenAI

client = OpenAI()


def invoice(text):
    response = client.chat.completions.create(
        model="gpt-4o-2024-08-06",
        temperature=0,
        response_format={"type": "json_object"},
        messages=[{"role": "user", "content": f"Give number and total as JSON: {text}"}],
    )
    return json.loads(response.choices[0].message.content)
`,
    },
    {
      language: "typescript",
      bad: `import { generateText } from "ai";
import { openai } from "@ai-sdk/openai";

export async function invoice(letter: string): Promise<{ total: number }> {
  const { text } = await generateText({
    model: openai("gpt-4o-2024-08-06"),
    temperature: 0,
    prompt: \`Give the total as JSON: \${letter}\`,
  });
  return JSON.parse(text);
}
`,
      good: `import { generateObject } from "ai";
import { openai } from "@ai-sdk/openai";
import { z } from "zod";

export async function invoice(letter: string): Promise<{ total: number }> {
  const { object } = await generateObject({
    model: openai("gpt-4o-2024-08-06"),
    temperature: 0,
    schema: z.object({ total: z.number() }),
    prompt: \`Give the total: \${letter}\`,
  });
  return object;
}
`,
    },
  ],

  *check(model) {
    for (const { completion, use } of unstructuredAnswers(model)) {
      const { call, unit } = completion.event;
      const at = nameOf(model, call);
      yield {
        at,
        message: `The answer of \`${model.text(at)}\` is free text, and the program parses it: ask for a form that the model has to keep to, by a schema or a tool.`,
        related: alsoAt(use.at, unit, "The answer is parsed here."),
      };
    }
  },
});
