import sys

import torch
from PIL import Image
from torchvision import models, transforms

torch.set_grad_enabled(False)

weights = models.ResNet50_Weights.DEFAULT
net = models.resnet50(weights=weights).eval()
prepare = weights.transforms()


def classify(path):
    x = prepare(Image.open(path).convert("RGB")).unsqueeze(0)
    probs = net(x).softmax(dim=1)[0]
    score, index = probs.max(0)
    return weights.meta["categories"][int(index)], score.item()


for name in sys.argv[1:]:
    print(name, *classify(name))
