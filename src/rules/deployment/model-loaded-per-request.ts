import { repeatedLoads } from "../../semantics/serving/per-request-loads.js";
import { defineRule } from "../rule.js";
import { nameOf, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "model-loaded-per-request",
    stage: "deployment",
    languages: ["python", "typescript"],
    severity: "warning",
    preset: "recommended",
    summary: "A model is loaded anew for every request",
    why: "Reading weights takes longer than using them: each request waits for the disk, and under load many copies of one model fill the memory.",
    fix: "Load the model once when the service starts, or on first use behind a cache, and let all requests use that one.",
    guide: "deployment/infrastructure#one-model-for-all-requests",
    libraries: [],
    topics: ["serving", "tensorflowJs"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import joblib
from fastapi import FastAPI

app = FastAPI()


@app.post("/predict")
def predict(bird: dict):
    model = joblib.load("birds.joblib")
    return {"species": model.predict([bird["features"]])[0]}
`,
      good: `import joblib
from fastapi import FastAPI

app = FastAPI()
model = joblib.load("birds.joblib")


@app.post("/predict")
def predict(bird: dict):
    return {"species": model.predict([bird["features"]])[0]}
`,
    },
    {
      language: "typescript",
      bad: `import express from "express";
import { pipeline } from "@huggingface/transformers";

const app = express();

app.post("/mood", async (req, res) => {
  const classify = await pipeline("sentiment-analysis");
  res.json(await classify(req.body.text));
});
`,
      good: `import express from "express";
import { pipeline } from "@huggingface/transformers";

const app = express();
const loading = pipeline("sentiment-analysis");

app.post("/mood", async (req, res) => {
  const classify = await loading;
  res.json(await classify(req.body.text));
});
`,
    },
    {
      title: "Loading on first use is as good, where the model is kept.",
      bad: `from flask import Flask, request
from transformers import pipeline

app = Flask(__name__)


def mood_model():
    return pipeline("sentiment-analysis")


@app.route("/mood", methods=["POST"])
def mood():
    return mood_model()(request.json["text"])
`,
      good: `from functools import lru_cache

from flask import Flask, request
from transformers import pipeline

app = Flask(__name__)


@lru_cache
def mood_model():
    return pipeline("sentiment-analysis")


@app.route("/mood", methods=["POST"])
def mood():
    return mood_model()(request.json["text"])
`,
    },
  ],

  *check(model) {
    if (!model.isMachineLearning) return;
    for (const { call, where } of repeatedLoads(model)) {
      const name = shorten(model.text(call.callee), 40);
      yield {
        at: nameOf(model, call),
        message: `\`${name}\` reads the model anew ${when[where]}: load it once, and keep it.`,
      };
    }
  },
});

const when = {
  request: "for each request",
  loop: "in each turn",
  render: "whenever the component is drawn",
} as const;
