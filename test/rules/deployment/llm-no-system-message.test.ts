import { expectFindings } from "../expect-findings.js";

const rule = "llm-no-system-message";
const python = (source: string, head = "from openai import OpenAI\nclient = OpenAI()\n"): void =>
  expectFindings(rule, head + source);
const script = (source: string, head = `import OpenAI from "openai";\nconst client = new OpenAI();\n`): void =>
  expectFindings(rule, head + source, { language: "typescript" });

describe("llm-no-system-message", () => {
  it("says what is missing", () =>
    python(`
def answer(question):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])
                                                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Only the user speaks in this chat: say in a system message what the model is for and how it answers.
`));

  it("sees methods, handlers and other SDKs in Python", () => {
    python(`
class Helper:
    def __init__(self):
        self.client = OpenAI()
    async def answer(self, question):
        return await self.client.chat.completions.create(messages=[{"role": "user", "content": question}], model="m")
                                                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`);
    python(
      `
def answer(question):
    return client.messages.create(model="m", max_tokens=9, messages=[{"role": "user", "content": question}])
                                                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`,
      "import anthropic\nclient = anthropic.Anthropic()\n",
    );
    python(
      `
def answer(question):
    return completion(model="gpt-4o", messages=[{"content": question, "role": "user"}])
                                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`,
      "from litellm import completion\n",
    );
  });

  it("sees scripts", () => {
    script(`
app.post("/ask", async (req, res) => {
  const answer = await client.chat.completions.create({ model: "m", messages: [{ role: "user", content: req.body.text }] });
                                                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  res.json(answer);
});
`);
    script(
      `
export const answer = (question: string) =>
  generateText({ model: openai("gpt-4o"), messages: [{ role: "user", content: question }] });
                                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`,
      `import { generateText } from "ai";\nimport { openai } from "@ai-sdk/openai";\n`,
    );
  });

  const ask = (messages: string, more = ""): string =>
    `def answer(question, history):\n    return client.chat.completions.create(model="gpt-4o", messages=${messages}${more})`;
  const user = '{"role": "user", "content": question}';
  const accepted: readonly [title: string, code: string][] = [
    ["a system message", ask(`[{"role": "system", "content": "You sum up."}, ${user}]`)],
    ["a message of the developer", ask(`[{"role": "developer", "content": "You sum up."}, ${user}]`)],
    ["messages built elsewhere", ask("history")],
    ["messages that go on", ask(`[*history, ${user}]`)],
    ["messages with roles out of sight", ask('[{"role": history, "content": question}]')],
    ["a talk with answers", ask(`[${user}, {"role": "assistant", "content": "Yes."}]`)],
    [
      "a system message elsewhere",
      'def answer(q):\n    messages = [{"role": "user", "content": q}]\n    messages.insert(0, system)\n    return client.chat.completions.create(model="m", messages=messages)',
    ],
    [
      "a script that runs once",
      `question = "Hi"\nprint(client.chat.completions.create(model="gpt-4o", messages=[${user}]))`,
    ],
    [
      "a script with a main function",
      `def main():\n    question = "Hi"\n    client.chat.completions.create(model="gpt-4o", messages=[${user}])\n\nif __name__ == "__main__":\n    main()`,
    ],
    [
      "tests",
      `import pytest\ndef test_answer():\n    question = "Hi"\n    assert client.chat.completions.create(model="gpt-4o", messages=[${user}])`,
    ],
  ];
  for (const [title, code] of accepted) it(`accepts ${title}`, () => python(`${code}\n`));
  it("accepts systems beside the messages", () =>
    script(
      `export const a = (q: string) => client.messages.create({ model: "m", max_tokens: 9, system: "Be kind.", messages: [{ role: "user", content: q }] });
export const b = (q: string, o) => client.messages.create({ model: "m", max_tokens: 9, messages: [{ role: "user", content: q }], ...o });
`,
      `import Anthropic from "@anthropic-ai/sdk";\nconst client = new Anthropic();\n`,
    ));
});
