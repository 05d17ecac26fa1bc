import { expectFindings } from "../expect-findings.js";

const rule = "llm-stream-error-swallowed";
const script = (source: string, head = `import OpenAI from "openai";\nconst client = new OpenAI();\n`): void =>
  expectFindings(rule, head + source, { language: "typescript" });

describe("llm-stream-error-swallowed in TypeScript", () => {
  it("sees handlers that only end the response", () =>
    script(`
app.post("/ask", async (req, res) => {
  try {
    const stream = await client.chat.completions.create({ model: "gpt-4o", messages: req.body.messages, stream: true });
    for await (const chunk of stream) res.write(chunk.choices[0].delta.content ?? "");
  } catch (error) {
    ~~~~~~~~~~~~~ Nobody hears of an error in the answer of \`client.chat.completions.create\`, and what came until then passes for all of it: log it and tell the reader, or raise it again.
    res.end();
  }
});
`));

  it("sees generators, fields, destructured streams and the mark of the end", () => {
    script(`
class Chat {
  constructor(private readonly client: OpenAI) {}
  async *ask(input: string) {
    const stream = await this.client.responses.create({ model: "gpt-4o", input, stream: true });
    try {
      for await (const event of stream) yield event;
    } catch {}
      ~~~~~
  }
}
`);
    script(
      `
export async function POST(req: Request) {
  const { textStream } = streamText({ model: openai("gpt-4o"), prompt: await req.text() });
  return new Response(new ReadableStream({
    async start(controller) {
      try {
        for await (const part of textStream) controller.enqueue(part);
        controller.close();
      } catch (e) {
        ~~~~~~~~~
        controller.enqueue("data: [DONE]\\n\\n");
        controller.close();
      }
    },
  }));
}
`,
      `import { streamText } from "ai";\nimport { openai } from "@ai-sdk/openai";\n`,
    );
  });

  it("sees listeners and callbacks", () => {
    script(
      `
const stream = client.messages.stream({ model: "m", max_tokens: 9, messages: [] });
stream.on("text", show).on("error", () => {});
                                    ~~~~~~~~
`,
      `import Anthropic from "@anthropic-ai/sdk";\nconst client = new Anthropic();\n`,
    );
    script(
      `
streamText({ model: openai("gpt-4o"), prompt, onError() {} });
                                                     ~~~~~
`,
      `import { streamText } from "ai";\nimport { openai } from "@ai-sdk/openai";\n`,
    );
  });

  const read = (handler: string): string =>
    `async function answer(res, input) {\n  const stream = await client.responses.create({ model: "gpt-4o", input, stream: true });\n  try {\n    for await (const part of stream) res.write(part);\n  } catch (error) {\n    ${handler}\n  }\n}\n`;
  const accepted: readonly [title: string, code: string][] = [
    ["what is logged", read("console.error(error); res.end();")],
    ["what is thrown again", read("throw error;")],
    ["what the reader is told", read('res.write("The answer broke off."); res.end();')],
    ["a status", read("res.status(500).end();")],
    ["the error of a stream", read("controller.error(error);")],
    ["what is decided", read('if (error.name !== "AbortError") throw error;')],
    ["what is noted", read("failure = error;")],
    ["calls that do not stream", 'try { await client.responses.create({ model: "gpt-4o", input }); } catch {}\n'],
    ["other loops", `${read("throw error;")}\ntry { for (const row of rows) use(row); } catch {}\n`],
    [
      "other listeners",
      'const s = await client.responses.create({ model: "m", input, stream: true });\nsocket.on("error", () => {});\n',
    ],
  ];
  for (const [title, code] of accepted) it(`accepts ${title}`, () => script(code));
});
