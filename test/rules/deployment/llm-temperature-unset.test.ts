import { expectFindings } from "../expect-findings.js";

const rule = "llm-temperature-unset";
const python = (source: string, head = "from openai import OpenAI\nclient = OpenAI()\n"): void =>
  expectFindings(rule, head + source);
const script = (source: string, head = `import OpenAI from "openai";\nconst client = new OpenAI();\n`): void =>
  expectFindings(rule, head + source, { language: "typescript" });

describe("llm-temperature-unset", () => {
  it("says what to set", () =>
    python(`
answer = client.chat.completions.create(model="gpt-4o", messages=[], max_tokens=5)
         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The program reads the answer of \`client.chat.completions.create\`, which is another one each time: set \`temperature\` to 0.
rating = int(answer.choices[0].message.content.strip())
`));

  it("sees what is compared, matched, scored and parsed", () => {
    python(`
import re
from sklearn.metrics import accuracy_score
def label(text):
    answer = client.responses.create(model="gpt-4.1", input=text)
             ~~~~~~~~~~~~~~~~~~~~~~~
    return answer.output_text.lower() == "spam"

def score(text):
    answer = client.responses.create(model="gpt-4.1", input=text).output_text
             ~~~~~~~~~~~~~~~~~~~~~~~
    return re.search(r"\\d+", answer)

def words(text):
    return client.responses.create(model="gpt-4.1", input=text).output_text
           ~~~~~~~~~~~~~~~~~~~~~~~

accuracy_score(labels, words(rows))
`);
    python(
      `
async def run(text):
    answer = await llm.ainvoke(text)
                   ~~~~~~~~~~~
    return json.loads(answer.content)
`,
      'import json\nfrom langchain_openai import ChatOpenAI\nllm = ChatOpenAI(model="gpt-4o")\n',
    );
  });

  it("sees answers that the SDK reads", () => {
    python(`
event = client.beta.chat.completions.parse(model="gpt-4o", messages=[], response_format=Event)
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`);
    script(
      `
const { object } = await generateObject({ model: openai("gpt-4o"), schema, prompt });
                         ~~~~~~~~~~~~~~
`,
      `import { generateObject } from "ai";\nimport { openai } from "@ai-sdk/openai";\n`,
    );
  });

  it("sees tools that have to be called, and models by default", () =>
    python(
      `
class Reader:
    def __init__(self, model="claude-3-5-haiku-20241022"):
        self.model = model
    def read(self, text):
        message = client.messages.create(model=self.model, max_tokens=9, messages=[], tools=tools, tool_choice={"type": "tool", "name": "store"})
                  ~~~~~~~~~~~~~~~~~~~~~~
        return message.content[0].input
    def chat(self, text):
        return client.messages.create(model=self.model, max_tokens=9, messages=[], tools=tools, tool_choice={"type": "auto"})
`,
      "import anthropic\nclient = anthropic.Anthropic()\n",
    ));

  it("sees scripts", () =>
    script(`
export async function grade(text: string) {
  const { choices } = await client.chat.completions.create({ model: "gpt-4o", messages: [{ role: "user", content: text }] });
                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  return JSON.parse(choices[0].message.content ?? "{}");
}
export async function isSpam(text: string) {
  const answer = await client.responses.create({ model: "gpt-4o", input: text });
                       ~~~~~~~~~~~~~~~~~~~~~~~
  return answer.output_text.trim() === "yes";
}
`));

  const read = (settings: string, model = "gpt-4o"): string =>
    `answer = client.responses.create(model="${model}", input=""${settings})\nprint(float(answer.output_text))`;
  const accepted: readonly [title: string, code: string, head?: string][] = [
    ["a temperature", read(", temperature=0.2")],
    ["top_p", read(", top_p=0.1")],
    ["a seed", read(", seed=3")],
    [
      "settings out of sight",
      `def ask(**settings):\n    return float(client.responses.create(model="gpt-4o", input="", **settings).output_text)`,
    ],
    ["models that refuse it", read("", "o3-mini")],
    ["newer models that refuse it", read("", "gpt-5-mini")],
    [
      "models of any name",
      'def ask(model):\n    return float(client.responses.create(model=model, input="").output_text)',
    ],
    ["text that is shown", 'print(client.responses.create(model="gpt-4o", input="").output_text)'],
    ["how much was used", 'print(client.responses.create(model="gpt-4o", input="").usage.total_tokens == 3)'],
    [
      "whether there is an answer",
      'a = client.responses.create(model="gpt-4o", input="").output_text\nif a is None or a == "":\n    print("nothing")',
    ],
    [
      "a temperature of the model",
      'import json\njson.loads(llm.invoke("").content)',
      'from langchain_openai import ChatOpenAI\nllm = ChatOpenAI(model="gpt-4o", temperature=0)\n',
    ],
  ];
  for (const [title, code, given] of accepted) it(`accepts ${title}`, () => python(`${code}\n`, given));
  it("accepts temperatures in scripts", () =>
    script(
      `const { object } = await generateObject({ model: openai("gpt-4o"), temperature: 0, schema, prompt });
const other = await generateObject({ model: openai("o3"), schema, prompt });
const third = await generateObject({ model, schema, prompt });
`,
      `import { generateObject } from "ai";\nimport { openai } from "@ai-sdk/openai";\n`,
    ));
});
