import { expectFindings } from "../expect-findings.js";

const rule = "llm-user-input-in-system-prompt";
const script = (source: string, head = `import OpenAI from "openai";\nconst client = new OpenAI();\n`): void =>
  expectFindings(rule, head + source, { language: "typescript" });

describe("llm-user-input-in-system-prompt in TypeScript", () => {
  it("sees bodies, queries and parameters of routes", () =>
    script(`
app.post("/ask/:topic", async (req, res) => {
  const { persona, question } = req.body;
  await client.chat.completions.create({
    model: "gpt-4o",
    messages: [
      { role: "system", content: \`You are \${persona}. Talk about \${req.params.topic}.\` },
                                            ~~~~~~~ \`persona\` comes from a request and becomes part of the system prompt: put it into a message of the role \`user\`.
                                                                   ~~~~~~~~~~~~~~~~
      { role: "developer", content: "Answer in " + req.query.language },
                                                   ~~~~~~~~~~~~~~~~~~
      { role: "user", content: question },
    ],
  });
});
`));

  it("sees route files of Next, with what comes out of JSON and forms", () => {
    script(
      `
export async function POST(req: Request) {
  const { messages, style } = await req.json();
  return streamText({ model: openai("gpt-4o"), system: ["Be brief.", \`Style: \${style}\`].join(" "), messages });
                                                                               ~~~~~
}
`,
      `import { streamText } from "ai";\nimport { openai } from "@ai-sdk/openai";\n`,
    );
    script(
      `
export async function ask(form: FormData) {
  const role = String(form.get("role"));
  return generateText({ model: openai("gpt-4o"), system: role, prompt: "Begin." });
                                                         ~~~~
}
`,
      `"use server";\nimport { generateText } from "ai";\nimport { openai } from "@ai-sdk/openai";\n`,
    );
  });

  it("sees Hono, Koa, Lambda, sockets and Nest", () => {
    script(`
const app = new Hono();
app.post("/ask", async (c) => {
  const body = await c.req.json();
  return c.json(await client.responses.create({ model: "gpt-4o", instructions: "You are " + body.persona, input: "" }));
                                                                                            ~~~~~~~~~~~~
});
`);
    script(`
router.post("/ask", async (ctx) => {
  const name = ctx.request.body.name;
  ctx.body = await client.responses.create({ model: "gpt-4o", instructions: \`Help \${name}\`, input: "" });
                                                                                    ~~~~
});
`);
    script(`
export const handler = async (event: APIGatewayProxyEvent) => {
  const { tone } = JSON.parse(event.body ?? "{}");
  return client.responses.create({ model: "gpt-4o", instructions: \`Be \${tone}\`, input: "" });
                                                                        ~~~~
};
`);
    script(`
socket.on("message", async (data) => {
  await client.responses.create({ model: "gpt-4o", instructions: \`Note: \${data}\`, input: "" });
                                                                          ~~~~
});
`);
    script(`
@Controller("ask")
class AskController {
  @Post()
  async ask(@Body() body: AskDto, @CurrentUser() user: User) {
    return client.responses.create({ model: "gpt-4o", instructions: \`\${user.name} wants \${body.wish}\`, input: "" });
                                                                                          ~~~~~~~~~
  }
}
`);
  });

  it("sees prompts of helpers and fields of systems", () =>
    script(
      `
const buildSystem = (topic: string) => [{ type: "text" as const, text: \`You know all about \${topic.trim()}.\` }];
                                                                                             ~~~~~~~~~~~~
fastify.post("/ask", async (request, reply) => {
  return claude.messages.create({ model: "m", max_tokens: 9, system: buildSystem(request.body.topic), messages: [] });
});
`,
      `import Anthropic from "@anthropic-ai/sdk";\nconst claude = new Anthropic();\n`,
    ));

  const route = (prompt: string, before = ""): string =>
    `app.post("/ask", async (req, res) => {\n  ${before}\n  res.json(await client.responses.create({ model: "gpt-4o", instructions: ${prompt}, input: req.body.text }));\n});\n`;
  const accepted: readonly [title: string, code: string][] = [
    ["user turns", route('"You are a tutor."')],
    ["look-ups", `const prompts = { calm: "Be calm.", bold: "Be bold." };\n${route("prompts[req.body.tone]")}`],
    ["numbers", route("`Use ${Number(req.body.words)} words and ${parseInt(req.query.n, 10)} lists.`")],
    ["who is logged in", route("`You talk to ${req.user.name} of ${req.session.company}.`")],
    [
      "one of a few",
      route("`Be ${tone}.`", "const tone = req.body.tone;\n  if (!tones.includes(tone)) return res.sendStatus(400);"),
    ],
    ["choices", route("`${req.body.tone === 'calm' ? 'Be calm.' : 'Be bold.'}`")],
    ["what is cleaned out of sight", route("`Be ${sanitize(req.body.tone)}.`")],
    ["configuration", route("`You are ${process.env.PERSONA} of ${config.company}.`")],
    ["rows of a database", route("`You know ${row.text}.`", "const row = await db.find(req.params.id);")],
  ];
  for (const [title, code] of accepted) it(`accepts ${title}`, () => script(code));
});
