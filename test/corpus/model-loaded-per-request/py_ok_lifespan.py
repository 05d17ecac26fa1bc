from contextlib import asynccontextmanager
from functools import lru_cache

import numpy as np
import onnxruntime as ort
from fastapi import FastAPI, Request
from pydantic import BaseModel


class Text(BaseModel):
    values: list[float]


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.session = ort.InferenceSession("models/topics.onnx")
    yield
    del app.state.session


@lru_cache(maxsize=1)
def second_opinion() -> ort.InferenceSession:
    return ort.InferenceSession("models/topics-large.onnx")


app = FastAPI(lifespan=lifespan)


@app.post("/topic")
def topic(text: Text, request: Request) -> dict:
    row = np.asarray([text.values], dtype=np.float32)
    (scores,) = request.app.state.session.run(None, {"input": row})
    if scores.max() < 0.6:
        (scores,) = second_opinion().run(None, {"input": row})
    return {"topic": int(scores.argmax())}
