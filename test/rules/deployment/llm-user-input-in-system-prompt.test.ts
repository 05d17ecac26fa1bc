import { expectFindings } from "../expect-findings.js";

const rule = "llm-user-input-in-system-prompt";
const python = (source: string, head = "from openai import OpenAI\nclient = OpenAI()\n"): void =>
  expectFindings(rule, head + source);

describe("llm-user-input-in-system-prompt in Python", () => {
  it("says where the text goes instead", () =>
    python(`
from flask import Flask, request
app = Flask(__name__)
@app.route("/ask", methods=["POST"])
def ask():
    tone = request.form["tone"]
    client.chat.completions.create(model="gpt-4o", messages=[
        {"role": "system", "content": f"Answer in a {tone} tone."},
                                                     ~~~~ \`tone\` comes from a request and becomes part of the system prompt: put it into a message of the role \`user\`.
        {"role": "user", "content": request.form["question"]},
    ])
`));

  it("sees parameters of FastAPI and fields of their classes", () => {
    python(`
from fastapi import FastAPI
app = FastAPI()
@app.post("/ask/{topic}")
async def ask(topic: str, count: int):
    prompt = "You write about " + topic + ", in " + str(count) + " words."
                                  ~~~~~
    return client.responses.create(model="gpt-4o", instructions=prompt, input="Begin.")
`);
    python(`
from fastapi import FastAPI
from pydantic import BaseModel
class Question(BaseModel):
    persona: str
    words: int
    text: str
app = FastAPI()
@app.post("/ask")
async def ask(request: Question):
    messages = [{"role": "system", "content": "You are {}. Use {} words.".format(request.persona, request.words)}]
                                                                                 ~~~~~~~~~~~~~~~
    messages.append({"role": "user", "content": request.text})
    return client.chat.completions.create(model="gpt-4o", messages=messages)
`);
  });

  it("sees requests of Django and aiohttp, sockets, and events of Lambda", () => {
    python(
      `
def ask(request):
    data = json.loads(request.body)
    return client.messages.create(model="m", max_tokens=9, system="Help %s with care." % data["name"], messages=[])
                                                                                         ~~~~~~~~~~~~
`,
      "import json\nimport anthropic\nfrom django.http import JsonResponse\nclient = anthropic.Anthropic()\n",
    );
    python(`
from aiohttp import web
async def ask(request: web.Request):
    data = await request.json()
    client.responses.create(model="gpt-4o", instructions=data["rules"], input="Begin.")
                                                         ~~~~~~~~~~~~~
`);
    python(`
from fastapi import FastAPI, WebSocket
app = FastAPI()
@app.websocket("/talk")
async def talk(websocket: WebSocket):
    wish = await websocket.receive_text()
    client.responses.create(model="gpt-4o", instructions=f"Wish: {wish}", input="Begin.")
                                                                  ~~~~
`);
    python(`
import json
def handler(event, context):
    body = json.loads(event["body"])
    client.responses.create(model="gpt-4o", instructions=f"Be {body['mood']}.", input=body["text"])
                                                               ~~~~~~~~~~~~
`);
  });

  it("sees what helpers put together, and other SDKs", () => {
    python(`
from flask import request, Flask
app = Flask(__name__)

def system_prompt(name):
    lines = ["You are a tutor.", f"The student is called {name}."]
                                                          ~~~~
    return "\\n".join(lines)

@app.get("/ask")
def ask():
    return client.responses.create(model="gpt-4o", instructions=system_prompt(request.args.get("name")), input="Hi")
`);
    python(
      `
from flask import request, Flask
app = Flask(__name__)
@app.get("/ask")
def ask():
    llm.invoke([SystemMessage(content=f"Speak {request.args['language']}."), HumanMessage(content="Hi")])
                                               ~~~~~~~~~~~~~~~~~~~~~~~~
`,
      "from langchain_openai import ChatOpenAI\nfrom langchain_core.messages import HumanMessage, SystemMessage\nllm = ChatOpenAI()\n",
    );
    python(
      `
from flask import request, Flask
app = Flask(__name__)
@app.get("/ask")
def ask():
    config = types.GenerateContentConfig(system_instruction=PROMPT.replace("{style}", request.args["style"]))
                                                                                      ~~~~~~~~~~~~~~~~~~~~~
    return g.models.generate_content(model="gemini-2.0-flash", contents="Hi", config=config).text
`,
      'from google import genai\nfrom google.genai import types\ng = genai.Client()\nPROMPT = "Write in {style}."\n',
    );
  });

  const head = `from fastapi import Depends, FastAPI\nfrom enum import Enum\napp = FastAPI()\n`;
  const route = (params: string, prompt: string, more = ""): string =>
    `${head}${more}@app.post("/ask")\nasync def ask(${params}):\n    return client.responses.create(model="gpt-4o", instructions=${prompt}, input=question)\n`;
  const accepted: readonly [title: string, code: string][] = [
    ["user turns", route("question: str", '"You are a tutor."')],
    ["numbers", route("question: str, words: int", 'f"Use {words} words."')],
    [
      "choices",
      route("question: str, tone: Tone", 'f"Be {tone.value}."', "class Tone(str, Enum):\n    calm = 'calm'\n"),
    ],
    ["look-ups", route("question: str, tone: str", "PROMPTS[tone]", 'PROMPTS = {"calm": "Be calm."}\n')],
    ["what the server knows", route("question: str, user=Depends(current_user)", 'f"You talk to {user.name}."')],
    [
      "one of a few",
      `${head}@app.post("/ask")\nasync def ask(question: str, tone: str):\n    if tone not in ("calm", "bold"):\n        raise ValueError(tone)\n    return client.responses.create(model="gpt-4o", instructions=f"Be {tone}.", input=question)\n`,
    ],
    ["ids", route("question: str, tenant_id: str", 'f"You work for {tenant_id}."')],
    ["configuration", route("question: str", 'f"You are {settings.name}."', "from config import settings\n")],
    [
      "parameters of other functions",
      'def ask(tone):\n    client.responses.create(model="m", instructions=f"Be {tone}", input="")\n',
    ],
    ["what a helper out of sight has cleaned", route("question: str, tone: str", 'f"Be {clean(tone)}."')],
    [
      "what an unknown wrapper is given",
      `${head}@app.post("/ask")\nasync def ask(tone: str):\n    return ask_model(system=f"Be {tone}.")\n`,
    ],
  ];
  for (const [title, code] of accepted) it(`accepts ${title}`, () => python(code));
});
