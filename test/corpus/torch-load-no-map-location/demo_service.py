from functools import lru_cache

import torch
from fastapi import FastAPI
from pydantic import BaseModel

from toxic.net import CommentNet
from toxic.text import to_ids

app = FastAPI(title="Toxicity")
DEVICE = "cuda:0" if torch.cuda.is_available() else "cpu"


class Comment(BaseModel):
    text: str


@lru_cache(maxsize=1)
def network():
    net = CommentNet(vocab=30_000)
    net.load_state_dict(torch.load("artifacts/comment_net.pth", weights_only=True))  # must: torch-load-no-map-location
    net.to(DEVICE)
    net.eval()
    return net


@app.post("/score")
def score(comment: Comment):
    ids = torch.tensor([to_ids(comment.text)], device=DEVICE)
    with torch.inference_mode():
        return {"toxic": torch.sigmoid(network()(ids)).item()}
