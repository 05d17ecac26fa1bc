import io

import torch
from flask import Flask, jsonify, request
from PIL import Image
from torchvision import models, transforms

app = Flask(__name__)
LABELS = ["healthy", "rust", "scab"]
prepare = transforms.Compose([transforms.Resize((224, 224)), transforms.ToTensor()])


def load_model(path="leaf.pt"):
    net = models.resnet34(num_classes=len(LABELS))
    net.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    return net


MODEL = load_model()


@app.route("/predict", methods=["POST"])
def predict():
    image = Image.open(io.BytesIO(request.files["image"].read())).convert("RGB")
    with torch.no_grad():
        probs = torch.softmax(MODEL(prepare(image).unsqueeze(0)), dim=1)[0]  # must: load-state-dict-without-mode
    best = int(probs.argmax())
    return jsonify(label=LABELS[best], score=float(probs[best]))


if __name__ == "__main__":
    app.run()
