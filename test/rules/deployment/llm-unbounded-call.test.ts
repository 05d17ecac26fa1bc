import { expectFindings } from "../expect-findings.js";

const python = (source: string, head = "from openai import OpenAI\nclient = OpenAI()\n"): void =>
  expectFindings("llm-unbounded-call", head + source);

describe("llm-unbounded-call in Python", () => {
  it("says what is missing in a loop over rows", () =>
    python(`
for row in rows:
    answer = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": row}])
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`client.chat.completions.create\` is asked for each turn of a loop with no limit: say how many tokens an answer may have, and how long it may take.
`));

  it("sees handlers of web frameworks", () => {
    python(`
from fastapi import FastAPI
app = FastAPI()
@app.post("/ask")
async def ask(question: str):
    return client.responses.create(model="gpt-4o", input=question).output_text
           ~~~~~~~~~~~~~~~~~~~~~~~
`);
    python(`
from django.http import JsonResponse
def ask(request):
    answer = complete(request.POST["q"])
    return JsonResponse({"answer": answer})

def complete(text):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`);
  });

  it("sees helpers, methods, comprehensions and functions that are mapped", () => {
    python(
      `
class Labeler:
    def __init__(self):
        self.llm = AsyncOpenAI()

    async def label(self, text):
        return await self.llm.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])
                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

    async def run(self, texts):
        return await asyncio.gather(*[self.label(text) for text in texts])
`,
      "import asyncio\nfrom openai import AsyncOpenAI\n",
    );
    python(`
def grade(essay):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": essay}])
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
frame["grade"] = frame["essay"].apply(grade)
`);
  });

  it("sees other SDKs under other names", () => {
    python(
      `
for text in texts:
    ask(model="gpt-4o", messages=[{"role": "user", "content": text}])
    ~~~
`,
      "from litellm import completion as ask\n",
    );
    python(
      `
for text in texts:
    g.models.generate_content(model="gemini-2.0-flash", contents=text, config=types.GenerateContentConfig(temperature=0))
    ~~~~~~~~~~~~~~~~~~~~~~~~~
`,
      "from google import genai\nfrom google.genai import types\ng = genai.Client()\n",
    );
    python(
      `
chain = ChatPromptTemplate.from_messages([("user", "{text}")]) | ChatOpenAI(model="gpt-4o") | StrOutputParser()
for text in texts:
    chain.invoke({"text": text})
    ~~~~~~~~~~~~
`,
      "from langchain_openai import ChatOpenAI\nfrom langchain_core.prompts import ChatPromptTemplate\nfrom langchain_core.output_parsers import StrOutputParser\n",
    );
    python(
      `
for text in texts:
    openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": text}])
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`,
      "import openai\n",
    );
  });

  const call = 'client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": row}]';
  const accepted: readonly [title: string, code: string, head?: string][] = [
    ["a limit", `for row in rows:\n    ${call}, max_tokens=50)`],
    ["the newer name of the limit", `for row in rows:\n    ${call}, max_completion_tokens=50)`],
    ["a timeout", `for row in rows:\n    ${call}, timeout=10)`],
    [
      "a limit in a dict",
      `settings = {"max_tokens": 50, "temperature": 0}\nfor row in rows:\n    ${call}, **settings)`,
    ],
    ["a limit that is added", `settings = {}\nsettings["max_tokens"] = 50\nfor row in rows:\n    ${call}, **settings)`],
    ["settings out of sight", `def ask(row, **settings):\n    for part in row:\n        ${call}, **settings)`],
    [
      "a timeout of the client",
      `for row in rows:\n    ${call})`,
      "from openai import OpenAI\nclient = OpenAI(timeout=20.0)\n",
    ],
    [
      "a timeout by with_options",
      `for row in rows:\n    ${call.replace("client.", "client.with_options(timeout=5).")})`,
    ],
    [
      "a client that is handed in",
      `def ask(rows, llm: OpenAI):\n    for row in rows:\n        ${call.replace("client.", "llm.")})`,
    ],
    ["a call that runs once", `row = "Hello"\n${call})`],
    ["tries", `for attempt in range(3):\n    ${call})`],
    ["a few examples", `for row in ["What is 1 + 1?", "What is 2 + 2?"]:\n    ${call})`],
    ["a talk with a person", `while True:\n    row = input("> ")\n    ${call})`],
    [
      "a wait that ends",
      `import asyncio\nasync def run(rows):\n    for row in rows:\n        await asyncio.wait_for(${call}), timeout=10)`,
    ],
    [
      "a timeout around it",
      `import asyncio\nasync def run(rows):\n    for row in rows:\n        async with asyncio.timeout(10):\n            await ${call})`,
    ],
    [
      "an SDK that requires a limit",
      'for row in rows:\n    anthropic.Anthropic().messages.create(model="claude-3-5-haiku-20241022", max_tokens=9, messages=[])',
      "import anthropic\n",
    ],
    [
      "messages of something else",
      'for row in rows:\n    client.messages.create(body=row, to="+1")',
      "import openai\nfrom twilio.rest import Client\nclient = Client()\n",
    ],
    [
      "an unknown wrapper",
      `for row in rows:\n    ${call})`,
      "import instructor, openai\nclient = instructor.from_openai(openai.OpenAI())\n",
    ],
    ["tests", `import pytest\ndef test_answers():\n    for row in rows:\n        assert ${call})`],
  ];
  for (const [title, code, head] of accepted) it(`accepts ${title}`, () => python(`${code}\n`, head));
});
