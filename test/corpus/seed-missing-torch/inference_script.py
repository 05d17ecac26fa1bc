"""Classify images with weights from disk: nothing is drawn at random."""
import argparse

import torch
from PIL import Image
from torchvision import models, transforms


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("weights")
    ap.add_argument("images", nargs="+")
    args = ap.parse_args()

    model = models.resnet18(weights=None, num_classes=4)
    model.load_state_dict(torch.load(args.weights, map_location="cpu", weights_only=True))
    model.eval()
    prepare = transforms.Compose([transforms.Resize(256), transforms.CenterCrop(224), transforms.ToTensor()])

    with torch.inference_mode():
        for name in args.images:
            x = prepare(Image.open(name).convert("RGB")).unsqueeze(0)
            print(name, model(x).softmax(1).squeeze(0).tolist())


if __name__ == "__main__":
    main()
