import { expectFindings } from "../expect-findings.js";

const script = (source: string, head = `import OpenAI from "openai";\nconst client = new OpenAI();\n`): void =>
  expectFindings("llm-unbounded-call", head + source, { language: "typescript" });

describe("llm-unbounded-call in TypeScript", () => {
  it("sees loops, array methods and batches", () =>
    script(`
for (const row of rows) {
  await client.chat.completions.create({ model: "gpt-4o", messages: [{ role: "user", content: row }] });
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`client.chat.completions.create\` is asked for each turn of a loop with no limit: say how many tokens an answer may have, and how long it may take.
}
const labels = await Promise.all(rows.map(async (row) => client.responses.create({ model: "gpt-4o", input: row })));
                                                         ~~~~~~~~~~~~~~~~~~~~~~~
for (let i = 0; i < rows.length; i++) {
  await client.responses.create({ model: "gpt-4o", input: rows[i] });
        ~~~~~~~~~~~~~~~~~~~~~~~
}
`));

  it("sees handlers of Express, Hono and Next", () => {
    script(`
app.post("/ask", async (req, res) => {
  const { choices } = await client.chat.completions.create({ model: "gpt-4o", messages: [{ role: "user", content: req.body.q }] });
                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  res.json(choices[0].message);
});
`);
    script(
      `
const app = new Hono();
app.get("/joke", async (c) => {
  const { text } = await generateText({ model: openai("gpt-4o"), prompt: "Tell a joke." });
                         ~~~~~~~~~~~~
  return c.text(text);
});
`,
      `import { generateText } from "ai";\nimport { openai } from "@ai-sdk/openai";\nimport { Hono } from "hono";\n`,
    );
    script(
      `
export async function POST(req: Request) {
  const { messages } = await req.json();
  return streamText({ model: openai("gpt-4o"), messages }).toTextStreamResponse();
         ~~~~~~~~~~
}
`,
      `import { streamText } from "ai";\nimport { openai } from "@ai-sdk/openai";\n`,
    );
  });

  it("sees the fields of classes, other SDKs and require", () => {
    script(
      `
class Writer {
  private readonly model = new ChatOpenAI({ model: "gpt-4o", temperature: 0 });
  async write(topics: string[]) {
    for (const topic of topics) await this.model.invoke([["user", topic]]);
                                      ~~~~~~~~~~~~~~~~~
  }
}
`,
      `import { ChatOpenAI } from "@langchain/openai";\n`,
    );
    script(
      `
async function run(texts) {
  for (const text of texts) await ai.models.generateContent({ model: "gemini-2.0-flash", contents: text });
                                  ~~~~~~~~~~~~~~~~~~~~~~~~~
}
`,
      `const { GoogleGenAI } = require("@google/genai");\nconst ai = new GoogleGenAI({});\n`,
    );
  });

  const call = 'client.responses.create({ model: "gpt-4o", input: row';
  const accepted: readonly [title: string, code: string, head?: string][] = [
    ["a limit", `for (const row of rows) await ${call}, max_output_tokens: 9 });`],
    [
      "a limit that is spread",
      `const base = { max_output_tokens: 9 };\nfor (const row of rows) await ${call}, ...base });`,
    ],
    ["options out of sight", `export async function f(rows, o) { for (const row of rows) await ${call}, ...o }); }`],
    ["a timeout of the request", `for (const row of rows) await ${call} }, { timeout: 1000 });`],
    ["a signal", `for (const row of rows) await ${call} }, { signal: AbortSignal.timeout(1000) });`],
    [
      "a timeout of the client",
      `for (const row of rows) await ${call} });`,
      `import OpenAI from "openai";\nconst client = new OpenAI({ timeout: 5000 });\n`,
    ],
    ["a race", `for (const row of rows) await Promise.race([${call} }), later(1000)]);`],
    ["a wrapper that ends it", `for (const row of rows) await withTimeout(() => ${call} }), 1000);`],
    ["tries", `for (let attempt = 0; attempt < 3; attempt++) await ${call} });`],
    [
      "a function that the platform ends",
      `export const maxDuration = 30;\nexport async function POST(req: Request) { const row = await req.text(); return Response.json(await ${call} })); }`,
    ],
    [
      "a client that a class is given",
      `class A { constructor(private readonly client: OpenAI) {}\n async run(rows) { for (const row of rows) await this.${call} }); } }`,
    ],
    [
      "an SDK that requires a limit",
      'for (const row of rows) await client.messages.create({ model: "claude-3-5-haiku-20241022", max_tokens: 9, messages: [] });',
      `import Anthropic from "@anthropic-ai/sdk";\nconst client = new Anthropic();\n`,
    ],
  ];
  for (const [title, code, head] of accepted) it(`accepts ${title}`, () => script(`${code}\n`, head));
});
