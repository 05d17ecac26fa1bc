import { expectFindings } from "../expect-findings.js";

const rule = "model-loaded-per-request";
const find = (source: string, path = "app.py"): void => expectFindings(rule, source, { path });

describe(`${rule} in Python`, () => {
  it("finds loads in routes of FastAPI and Flask, and in what they call", () =>
    find(`import torch
from fastapi import APIRouter, Depends, FastAPI
from flask import Blueprint
from transformers import AutoModelForCausalLM, AutoTokenizer

router = APIRouter()
bp = Blueprint("b", __name__)


@router.post("/predict")
async def predict(body: dict):
    net = torch.load("net.pt")
          ~~~~~~~~~~ \`torch.load\` reads the model anew for each request: load it once, and keep it.
    return net(body["x"])


def load_language_model():
    tokenizer = AutoTokenizer.from_pretrained("gpt2")
    return tokenizer, AutoModelForCausalLM.from_pretrained("gpt2")
                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~


@bp.route("/say", methods=["POST"])
def say():
    tokenizer, model = load_language_model()
    return model.generate(**tokenizer(request.json["text"]))


def get_session():
    return onnxruntime.InferenceSession("net.onnx")


def session_for():
    import onnxruntime
    return onnxruntime.InferenceSession("net.onnx")
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~


@router.get("/boxes")
def boxes(session=Depends(session_for)):
    return session.run(None, {})
`));

  it("finds views and handlers of other frameworks", () => {
    find(
      `import joblib
from django.http import JsonResponse
from rest_framework.views import APIView


def predict(request):
    model = joblib.load("model.joblib")
            ~~~~~~~~~~~
    return JsonResponse({"y": model.predict([[1]])[0]})


class Predict(APIView):
    def post(self, request):
        model = joblib.load("model.joblib")
                ~~~~~~~~~~~
        return JsonResponse({"y": model.predict([[1]])[0]})
`,
      "birds/views.py",
    );
    find(`from aiohttp import web
import mlflow


async def handle(request):
    model = mlflow.pyfunc.load_model("models:/birds/1")
            ~~~~~~~~~~~~~~~~~~~~~~~~
    return web.json_response(model.predict(await request.json()))


app = web.Application()
app.router.add_post("/", handle)
`);
    find(`import pickle
import keras
import sklearn


def lambda_handler(event, context):
    with open("model.pkl", "rb") as file:
        model = pickle.load(file)
                ~~~~~~~~~~~
    names = pickle.load(open("names.pkl", "rb"))
    return model.predict(event["rows"])
`);
    find(`import gradio as gr
import keras


def recognise(image):
    model = keras.models.load_model("birds.keras")
            ~~~~~~~~~~~~~~~~~~~~~~~
    return model.predict(image)


gr.Interface(fn=recognise, inputs="image", outputs="label").launch()
`);
  });

  const accepted: readonly (readonly [string, string])[] = [
    [
      "loading at the start",
      `model = joblib.load("m")\n\n@app.on_event("startup")\ndef start():\n    app.state.model = joblib.load("m")\n\n@asynccontextmanager\nasync def lifespan(app):\n    app.state.model = joblib.load("m")\n    yield\n\n@app.post("/")\ndef predict(x: dict):\n    return app.state.model.predict(x)`,
    ],
    [
      "a global that is tested",
      `model = None\n\n@app.post("/")\ndef predict(x: dict):\n    global model\n    if model is None:\n        model = joblib.load("m")\n    return model.predict(x)`,
    ],
    [
      "a dict of models",
      `models = {}\n\ndef get(name):\n    if name not in models:\n        models[name] = joblib.load(name)\n    return models[name]\n\n@app.post("/{name}")\ndef predict(name: str, x: dict):\n    return get(name).predict(x)`,
    ],
    [
      "an early return",
      `cached = {}\n\ndef get(name):\n    model = cached.get(name)\n    if model is not None:\n        return model\n    model = joblib.load(name)\n    cached[name] = model\n    return model\n\n@app.post("/{name}")\ndef predict(name: str, x: dict):\n    return get(name).predict(x)`,
    ],
    [
      "a key that is missing",
      `models = {}\n\n@app.post("/{name}")\ndef predict(name: str, x: dict):\n    try:\n        model = models[name]\n    except KeyError:\n        model = models[name] = joblib.load(name)\n    return model.predict(x)`,
    ],
    [
      "a cached function",
      `@functools.cache\ndef get():\n    return joblib.load("m")\n\n@app.post("/")\ndef predict(x: dict, model=Depends(get)):\n    return model.predict(x)`,
    ],
    [
      "an object that is made once",
      `class Service:\n    def __init__(self):\n        self.model = joblib.load("m")\n\nservice = Service()\n\n@app.post("/")\ndef predict(x: dict):\n    return service.model.predict(x)`,
    ],
    [
      "an attribute of the app",
      `@app.post("/")\ndef predict(request: Request):\n    if not hasattr(request.app.state, "model"):\n        request.app.state.model = joblib.load("m")\n    return request.app.state.model.predict([1])`,
    ],
    [
      "a route that loads on purpose",
      `@app.post("/reload")\ndef reload_model():\n    global model\n    model = joblib.load("m")\n    return "ok"`,
    ],
    [
      "a function that nobody serves",
      `def predict(rows):\n    return joblib.load("m").predict(rows)\n\ndef main():\n    predict(read())`,
    ],
    ["other files", `@app.get("/")\ndef names():\n    return json.load(open("names.json")), np.load("x.npy")`],
  ];
  const head = `import functools\nimport json\nfrom contextlib import asynccontextmanager\n\nimport joblib\nimport numpy as np\nimport torch\nfrom fastapi import Depends, FastAPI, Request\n\napp = FastAPI()\n\n`;
  for (const [title, source] of accepted) it(`accepts ${title}`, () => find(`${head}${source}\n`));
});
