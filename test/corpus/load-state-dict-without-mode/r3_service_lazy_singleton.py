import functools
import io

import torch
from fastapi import FastAPI, UploadFile
from PIL import Image
from torchvision import transforms
from torchvision.models import efficientnet_b0

app = FastAPI()
LABELS = ["scratch", "dent", "crack", "clean"]
to_tensor = transforms.Compose(
    [
        transforms.Resize(256),
        transforms.CenterCrop(224),
        transforms.ToTensor(),
        transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
    ]
)


@functools.lru_cache(maxsize=1)
def classifier():
    net = efficientnet_b0(num_classes=len(LABELS))
    weights = torch.load("panels.pt", map_location="cpu", weights_only=True)
    net.load_state_dict({name.removeprefix("module."): value for name, value in weights.items()})
    return net


def classify(image):
    net = classifier()
    with torch.inference_mode():
        p = net(to_tensor(image).unsqueeze(0)).softmax(1)[0]  # must: load-state-dict-without-mode
    return {label: round(v, 4) for label, v in zip(LABELS, p.tolist())}


@app.post("/classify")
async def upload(file: UploadFile):
    return classify(Image.open(io.BytesIO(await file.read())).convert("RGB"))
