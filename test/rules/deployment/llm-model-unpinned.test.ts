import { expectFindings } from "../expect-findings.js";

const rule = "llm-model-unpinned";
const python = (source: string, head = "from openai import OpenAI\nclient = OpenAI()\n"): void =>
  expectFindings(rule, head + source);
const script = (source: string, head = `import OpenAI from "openai";\nconst client = new OpenAI();\n`): void =>
  expectFindings(rule, head + source, { language: "typescript" });

describe("llm-model-unpinned", () => {
  it("says what to name", () =>
    python(`
client.chat.completions.create(model="gpt-4o", messages=[])
                                     ~~~~~~~~ \`gpt-4o\` stands for another version of the model when the provider says so: name the version that was tested, with its date or number.
`));

  it("goes to where the name is written", () => {
    python(`
MODEL = "gpt-4o-mini"
        ~~~~~~~~~~~~~
def ask(text):
    client.responses.create(model=MODEL, input=text)
    client.responses.create(model=MODEL, input="Go on.")
`);
    python(`
settings = {"model": "gpt-4-turbo", "temperature": 0}
                     ~~~~~~~~~~~~~
client.chat.completions.create(messages=[], **settings)
`);
    python(`
class Writer:
    def __init__(self, other="gpt-4o-mini"):
                             ~~~~~~~~~~~~~
        self.model = "gpt-4.1"
                     ~~~~~~~~~
        self.other = other
    def write(self, text):
        client.responses.create(model=self.model, input=text)
        client.responses.create(model=self.other, input=text)
`);
    script(`
const model = "gpt-3.5-turbo";
              ~~~~~~~~~~~~~~~
const base = { model: "gpt-4.1", temperature: 0 };
                      ~~~~~~~~~
await client.chat.completions.create({ model, messages: [] });
await client.chat.completions.create({ ...base, messages: [] });
`);
  });

  it("sees other SDKs in Python", () => {
    python(
      'client.messages.create(model="claude-3-5-sonnet-latest", max_tokens=9, messages=[])\n                             ~~~~~~~~~~~~~~~~~~~~~~~~~~\n',
      "import anthropic\nclient = anthropic.AsyncAnthropic()\n",
    );
    python(
      'g.models.generate_content(model="gemini-1.5-pro", contents="Hi")\n                                ~~~~~~~~~~~~~~~~\n',
      "from google import genai\ng = genai.Client()\n",
    );
    python(
      'llm = ChatOpenAI(model="gpt-4o")\n                       ~~~~~~~~\nllm.invoke("Hi")\n',
      "from langchain_openai import ChatOpenAI\n",
    );
    python(
      'init_chat_model("gpt-4o").invoke("Hi")\n                ~~~~~~~~\n',
      "from langchain.chat_models import init_chat_model\n",
    );
    python('completion(model="gpt-4o", messages=[])\n                 ~~~~~~~~\n', "from litellm import completion\n");
  });

  it("sees other SDKs in TypeScript", () => {
    script(
      'await generateText({ model: openai("gpt-4o-mini"), prompt });\n                                   ~~~~~~~~~~~~~\n',
      `import { generateText } from "ai";\nimport { openai } from "@ai-sdk/openai";\n`,
    );
    script(
      'await ai.models.generateContent({ model: "gemini-2.0-flash", contents });\n                                         ~~~~~~~~~~~~~~~~~~\n',
      `import { GoogleGenAI } from "@google/genai";\nconst ai = new GoogleGenAI({});\n`,
    );
    script(
      'await new ChatAnthropic({ model: "claude-sonnet-4-5" }).invoke("Hi");\n                                 ~~~~~~~~~~~~~~~~~~~\n',
      `import { ChatAnthropic } from "@langchain/anthropic";\n`,
    );
  });

  const accepted: readonly [title: string, code: string, head?: string][] = [
    ["a dated version", 'client.responses.create(model="gpt-4o-2024-08-06", input="")'],
    ["an older form of it", 'client.responses.create(model="gpt-4-0613", input="")'],
    ["configuration", 'import os\nclient.responses.create(model=os.environ["MODEL"], input="")'],
    ["a parameter", 'def ask(model):\n    client.responses.create(model=model, input="")'],
    ["names without versions", 'client.responses.create(model="gpt-5.6-sol", input="")'],
    [
      "the fixed names of newer models",
      'client.messages.create(model="claude-sonnet-4-6", max_tokens=9, messages=[])',
      "import anthropic\nclient = anthropic.Anthropic()\n",
    ],
    [
      "another server",
      'client.responses.create(model="gpt-4o", input="")',
      'from openai import OpenAI\nclient = OpenAI(base_url="http://localhost:1234/v1")\n',
    ],
    [
      "deployments on Azure",
      'client.chat.completions.create(model="gpt-4o", messages=[])',
      "from openai import AzureOpenAI\nclient = AzureOpenAI()\n",
    ],
    [
      "names of gateways",
      'completion(model="openrouter/openai/gpt-4o", messages=[])',
      "from litellm import completion\n",
    ],
    ["tests", 'import pytest\ndef test_it():\n    assert client.responses.create(model="gpt-4o", input="")'],
  ];
  for (const [title, code, given] of accepted) it(`accepts ${title}`, () => python(`${code}\n`, given));
  it("accepts names of gateways in TypeScript", () =>
    script(
      'await generateText({ model: "openai/gpt-4o", prompt });\nawait generateText({ model: azure("gpt-4o"), prompt });\n',
      `import { generateText } from "ai";\nimport { azure } from "@ai-sdk/azure";\n`,
    ));
});
