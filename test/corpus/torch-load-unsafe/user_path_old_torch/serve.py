# main
import os

import torch as th
from fastapi import FastAPI, UploadFile
from torchvision.models import resnet18

app = FastAPI()
model = resnet18(num_classes=2)


def load_into(path):
    state = th.load(path, map_location=th.device("cpu"))  # must: torch-load-unsafe
    model.load_state_dict(state)
    model.eval()


@app.post("/weights")
async def replace(file: UploadFile):
    path = os.path.join("uploads", os.path.basename(file.filename))
    with open(path, "wb") as out:
        out.write(await file.read())
    load_into(path)
    return {"ok": True}
