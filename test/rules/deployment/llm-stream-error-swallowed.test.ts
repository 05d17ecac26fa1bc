import { expectFindings } from "../expect-findings.js";

const rule = "llm-stream-error-swallowed";
const python = (source: string, head = "from openai import OpenAI\nclient = OpenAI()\n"): void =>
  expectFindings(rule, head + source);

describe("llm-stream-error-swallowed in Python", () => {
  it("says what becomes of the answer", () =>
    python(`
def answer(messages):
    text = ""
    try:
        for chunk in client.chat.completions.create(model="gpt-4o", messages=messages, stream=True):
            text += chunk.choices[0].delta.content or ""
    except Exception:
    ~~~~~~~~~~~~~~~~ Nobody hears of an error in the answer of \`client.chat.completions.create\`, and what came until then passes for all of it: log it and tell the reader, or raise it again.
        pass
    return text
`));

  it("sees generators, context managers and async streams", () => {
    python(
      `
async def events(messages):
    try:
        async with client.messages.stream(model="m", max_tokens=9, messages=messages) as stream:
            async for text in stream.text_stream:
                yield text
    except anthropic.APIError as error:
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        return
`,
      "import anthropic\nclient = anthropic.AsyncAnthropic()\n",
    );
    python(`
class Chat:
    def __init__(self):
        self.client = OpenAI()

    def ask(self, messages):
        stream = self.client.responses.create(model="gpt-4o", input=messages, stream=True)
        parts = []
        try:
            for event in stream:
                parts.append(event)
        except:
        ~~~~~~
            return parts
        return parts
`);
    python(
      `
def say(prompt):
    response = g.models.generate_content_stream(model="gemini-2.0-flash", contents=prompt)
    try:
        for chunk in response:
            print(chunk.text)
    except Exception:
    ~~~~~~~~~~~~~~~~
        ...
`,
      "from google import genai\ng = genai.Client()\n",
    );
    python(
      `
def say(prompt):
    try:
        for chunk in ChatOpenAI(model="gpt-4o").stream(prompt):
            yield chunk.content
    except Exception:
    ~~~~~~~~~~~~~~~~
        yield "data: [DONE]\\n\\n"
`,
      "from langchain_openai import ChatOpenAI\n",
    );
  });

  const read = (handler: string, keyword = "except Exception as error:"): string =>
    `def answer(m):\n    stream = client.chat.completions.create(model="gpt-4o", messages=m, stream=True)\n    try:\n        for chunk in stream:\n            yield chunk\n    ${keyword}\n        ${handler}\n`;
  const accepted: readonly [title: string, code: string][] = [
    ["what is logged", read("logger.warning(error)")],
    ["what is raised again", read("raise")],
    ["what is raised as something else", read("raise RuntimeError() from error")],
    ["what the reader is told", read('yield {"error": str(error)}')],
    ["what is noted", read("failed = True")],
    ["a reader who has left", read("pass", "except GeneratorExit:")],
    ["a queue that is empty", read("continue", "except queue.Empty:")],
    ["a task that is called off", read("return", "except asyncio.CancelledError:")],
    [
      "calls that do not stream",
      'try:\n    client.chat.completions.create(model="gpt-4o", messages=[])\nexcept Exception:\n    pass\n',
    ],
    ["other loops", `${read("raise")}\ntry:\n    for row in rows:\n        print(row)\nexcept Exception:\n    pass\n`],
    [
      "pieces that cannot be read",
      'def answer(m):\n    for chunk in client.chat.completions.create(model="gpt-4o", messages=m, stream=True):\n        try:\n            yield chunk.choices[0].delta\n        except IndexError:\n            pass\n',
    ],
  ];
  for (const [title, code] of accepted) it(`accepts ${title}`, () => python(code));
});
