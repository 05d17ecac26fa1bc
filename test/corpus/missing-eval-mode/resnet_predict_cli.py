#!/usr/bin/env python
"""Print the five likeliest ImageNet classes of each image."""
import argparse
from pathlib import Path

import torch
from PIL import Image
from torchvision.models import ResNet50_Weights, resnet50


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("images", nargs="+", type=Path)
    ap.add_argument("--device", default="cpu")
    args = ap.parse_args()

    weights = ResNet50_Weights.DEFAULT
    preprocess = weights.transforms()
    classifier = resnet50(weights=weights).to(args.device)

    with torch.inference_mode():
        for path in args.images:
            img = preprocess(Image.open(path).convert("RGB")).unsqueeze(0).to(args.device)
            probs = classifier(img).softmax(dim=1)[0]  # must: missing-eval-mode
            top = probs.topk(5)
            for p, idx in zip(top.values.tolist(), top.indices.tolist()):
                print(f"{path.name}\t{weights.meta['categories'][idx]}\t{p:.3f}")


if __name__ == "__main__":
    main()
