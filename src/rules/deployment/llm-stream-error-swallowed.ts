import { swallowedErrors } from "../../semantics/llm/swallowed-streams.js";
import { defineRule } from "../rule.js";
import { alsoAt, nameOf, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "llm-stream-error-swallowed",
    stage: "deployment",
    languages: ["python", "typescript"],
    severity: "warning",
    preset: "recommended",
    summary: "An error in the middle of a streamed answer is dropped",
    why: "A stream that breaks off has already given a part of the answer: where nobody hears of the error, half an answer is shown and stored as though it were whole.",
    fix: "Log the error and tell whoever reads the answer, or raise it again.",
    guide: "deployment/language-models#streams-that-break-off",
    sources: [
      { title: "openai-node: handling errors", url: "https://github.com/openai/openai-node#handling-errors" },
      { title: "AI SDK: error handling", url: "https://ai-sdk.dev/docs/ai-sdk-core/error-handling" },
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

client = OpenAI(timeout=60)


def answer(question):
    stream = client.chat.completions.create(
        model="gpt-4o-2024-08-06",
        max_completion_tokens=800,
        messages=[{"role": "user", "content": question}],
        stream=True,
    )
    try:
        for chunk in stream:
            yield chunk.choices[0].delta.content or ""
    except Exception:
        pass
`,
      good: `import logging

from openai import OpenAI

client = OpenAI(timeout=60)


def answer(question):
    stream = client.chat.completions.create(
        model="gpt-4o-2024-08-06",
        max_completion_tokens=800,
        messages=[{"role": "user", "content": question}],
        stream=True,
    )
    try:
        for chunk in stream:
            yield chunk.choices[0].delta.content or ""
    except Exception:
        logging.exception("The answer broke off")
        yield "\\n[The answer is not complete.]"
`,
    },
    {
      language: "typescript",
      bad: `import OpenAI from "openai";

const openai = new OpenAI({ timeout: 60_000 });

app.get("/answer", async (req, res) => {
  const stream = await openai.responses.create({
    model: "gpt-4o-2024-08-06",
    max_output_tokens: 800,
    input: String(req.query.question),
    stream: true,
  });
  try {
    for await (const event of stream) {
      if (event.type === "response.output_text.delta") res.write(event.delta);
    }
  } catch {
    res.end();
  }
});
`,
      good: `import OpenAI from "openai";

const openai = new OpenAI({ timeout: 60_000 });

app.get("/answer", async (req, res) => {
  const stream = await openai.responses.create({
    model: "gpt-4o-2024-08-06",
    max_output_tokens: 800,
    input: String(req.query.question),
    stream: true,
  });
  try {
    for await (const event of stream) {
      if (event.type === "response.output_text.delta") res.write(event.delta);
    }
    res.end();
  } catch (error) {
    console.error("The answer broke off", error);
    res.end("\\n[The answer is not complete.]");
  }
});
`,
    },
  ],

  *check(model) {
    for (const { at, call } of swallowedErrors(model)) {
      const asked = nameOf(model, call);
      yield {
        at,
        message: `Nobody hears of an error in the answer of \`${shorten(model.text(asked), 40)}\`, and what came until then passes for all of it: log it and tell the reader, or raise it again.`,
        related: alsoAt(asked, { path: model.path }, "The answer is streamed from here."),
      };
    }
  },
});
