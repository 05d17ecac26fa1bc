import { expectFindings } from "../expect-findings.js";

const rule = "llm-unstructured-output";
const python = (source: string, head = "from openai import OpenAI\nclient = OpenAI()\n"): void =>
  expectFindings(rule, head + source);
const script = (source: string, head = `import OpenAI from "openai";\nconst client = new OpenAI();\n`): void =>
  expectFindings(rule, head + source, { language: "typescript" });

describe("llm-unstructured-output", () => {
  it("says what to ask for", () =>
    python(`
import json
answer = client.chat.completions.create(model="gpt-4o", messages=messages)
         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The answer of \`client.chat.completions.create\` is free text, and the program parses it: ask for a form that the model has to keep to, by a schema or a tool.
fields = json.loads(answer.choices[0].message.content)
`));

  it("sees text that goes through helpers, cleaning and patterns", () => {
    python(`
import json, re

def ask(prompt):
    response = client.responses.create(model="gpt-4o", input=prompt)
               ~~~~~~~~~~~~~~~~~~~~~~~
    return response.output_text

def fields(letter):
    text = ask("JSON, please: " + letter).strip().removeprefix("\`\`\`json").removesuffix("\`\`\`")
    return json.loads(text)
`);
    python(`
import re
def score(text):
    reply = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    found = re.search(r"Score: (\\d+)", reply.choices[0].message.content)
    return int(found.group(1))
`);
  });

  it("sees other SDKs in Python", () => {
    python(
      'message = client.messages.create(model="m", max_tokens=9, messages=[])\n          ~~~~~~~~~~~~~~~~~~~~~~\njson.loads(message.content[0].text)\n',
      "import json, anthropic\nclient = anthropic.Anthropic()\n",
    );
    python(
      'reply = g.models.generate_content(model="m", contents="Hi")\n        ~~~~~~~~~~~~~~~~~~~~~~~~~\njson.loads(reply.text)\n',
      "import json\nfrom google import genai\ng = genai.Client()\n",
    );
    python(
      'text = (prompt | llm | StrOutputParser()).invoke({"q": "Hi"})\n                                          ~~~~~~\njson.loads(text)\n',
      "import json\nfrom langchain_openai import ChatOpenAI\nfrom langchain_core.output_parsers import StrOutputParser\nllm = ChatOpenAI()\n",
    );
  });

  it("sees scripts", () => {
    script(`
class Reader {
  constructor(private readonly client: OpenAI) {}
  async read(letter: string) {
    const answer = await this.client.responses.create({ model: "gpt-4o", input: letter });
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    try {
      return JSON.parse(answer.output_text);
    } catch {
      return undefined;
    }
  }
}
`);
    script(
      `
const { text } = await generateText({ model: openai("gpt-4o"), prompt });
                       ~~~~~~~~~~~~
const code = text.match(/<code>(.*)<.code>/);
`,
      `import { generateText } from "ai";\nimport { openai } from "@ai-sdk/openai";\n`,
    );
  });

  const parse = (settings: string): string =>
    `import json\njson.loads(client.chat.completions.create(model="gpt-4o", messages=[]${settings}).choices[0].message.content)`;
  const accepted: readonly [title: string, code: string, head?: string][] = [
    ["a response format", parse(', response_format={"type": "json_object"}')],
    ["a response format in a dict", `extra = {"response_format": {"type": "json_object"}}\n${parse(", **extra")}`],
    [
      "settings out of sight",
      `def ask(**extra):\n    import json\n    return json.loads(client.responses.create(model="m", input="", **extra).output_text)`,
    ],
    ["text that is shown", 'print(client.responses.create(model="gpt-4o", input="").output_text)'],
    ["a reply as a number", 'print(int(client.responses.create(model="gpt-4o", input="").output_text))'],
    [
      "the arguments of a tool",
      'import json\nr = client.chat.completions.create(model="gpt-4o", messages=[], tools=tools)\njson.loads(r.choices[0].message.tool_calls[0].function.arguments)',
    ],
    [
      "other JSON",
      'import json\nr = client.responses.create(model="gpt-4o", input="")\njson.loads(open("a.json").read())\nprint(r.output_text)',
    ],
    [
      "a form of Gemini",
      'import json\njson.loads(g.models.generate_content(model="m", contents="", config={"response_mime_type": "application/json"}).text)',
      "from google import genai\ng = genai.Client()\n",
    ],
    [
      "a model with a schema",
      'import re\nre.search("a", llm.with_structured_output(Schema).invoke("").text)',
      "from langchain_openai import ChatOpenAI\nllm = ChatOpenAI()\n",
    ],
  ];
  for (const [title, code, given] of accepted) it(`accepts ${title}`, () => python(`${code}\n`, given));
  it("accepts forms in scripts", () =>
    script(`
const a = await client.responses.create({ model: "gpt-4o", input, text: { format: zodTextFormat(Schema, "s") } });
JSON.parse(a.output_text);
const b = await client.chat.completions.create({ model: "gpt-4o", messages, response_format: { type: "json_object" } });
JSON.parse(b.choices[0].message.content!);
const c = await client.chat.completions.parse({ model: "gpt-4o", messages, response_format: format });
JSON.parse(c.choices[0].message.content!);
JSON.parse(await readFile("a.json", "utf8"));
`));
});
