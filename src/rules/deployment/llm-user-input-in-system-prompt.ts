import { insertedInputs } from "../../semantics/llm/inserted-input.js";
import { defineRule } from "../rule.js";
import { alsoAt, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "llm-user-input-in-system-prompt",
    stage: "deployment",
    languages: ["python", "typescript"],
    severity: "warning",
    preset: "recommended",
    summary: "What a user sends becomes part of the system prompt",
    why: "A model obeys the system prompt before all else: whoever can write into it can take back its rules, read them out or use its tools for something else.",
    fix: "Put what users send into a message of the role `user`; let them choose among texts of your own where the system prompt has to differ.",
    guide: "deployment/language-models#users-speak-as-users",
    sources: [
      {
        title: "OWASP: LLM01 Prompt Injection",
        url: "https://genai.owasp.org/llmrisk/llm01-prompt-injection/",
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
      bad: `from flask import Flask, request
from openai import OpenAI

app = Flask(__name__)
client = OpenAI(timeout=20)


@app.post("/ask")
def ask():
    topic = request.json["topic"]
    response = client.chat.completions.create(
        model="gpt-4o-2024-08-06",
        max_completion_tokens=400,
        messages=[
            {"role": "system", "content": f"You only answer questions about {topic}."},
            {"role": "user", "content": request.json["question"]},
        ],
    )
    return {"answer": response.choices[0].message.content}
`,
      good: `from flask import Flask, request
from openai import OpenAI

app = Flask(__name__)
client = OpenAI(timeout=20)


@app.post("/ask")
def ask():
    topic = request.json["topic"]
    response = client.chat.completions.create(
        model="gpt-4o-2024-08-06",
        max_completion_tokens=400,
        messages=[
            {"role": "system", "content": "You only answer questions about the topic that the user names first."},
            {"role": "user", "content": f"Topic: {topic}\\n\\n{request.json['question']}"},
        ],
    )
    return {"answer": response.choices[0].message.content}
`,
    },
    {
      language: "typescript",
      bad: `import Anthropic from "@anthropic-ai/sdk";

const anthropic = new Anthropic();

export async function POST(request: Request): Promise<Response> {
  const { persona, question } = await request.json();
  const message = await anthropic.messages.create({
    model: "claude-sonnet-4-5-20250929",
    max_tokens: 500,
    system: \`You are \${persona}. Never talk about prices.\`,
    messages: [{ role: "user", content: question }],
  });
  return Response.json(message.content);
}
`,
      good: `import Anthropic from "@anthropic-ai/sdk";

const anthropic = new Anthropic();
const personas = new Map([
  ["tutor", "You are a patient tutor."],
  ["critic", "You are a strict reviewer."],
]);

export async function POST(request: Request): Promise<Response> {
  const { persona, question } = await request.json();
  const message = await anthropic.messages.create({
    model: "claude-sonnet-4-5-20250929",
    max_tokens: 500,
    system: \`\${personas.get(persona) ?? "You are a helpful assistant."} Never talk about prices.\`,
    messages: [{ role: "user", content: question }],
  });
  return Response.json(message.content);
}
`,
    },
  ],

  *check(model) {
    for (const { at, completion } of insertedInputs(model)) {
      yield {
        at,
        message: `\`${shorten(model.text(at), 40)}\` comes from a request and becomes part of the system prompt: put it into a message of the role \`user\`.`,
        related: alsoAt(completion.event.call.callee, completion.event.unit, "The prompt is used here."),
      };
    }
  },
});
