import argparse
from pathlib import Path

import torch
from torchvision.io import read_image
from torchvision.models.segmentation import DeepLabV3_ResNet50_Weights, deeplabv3_resnet50


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    weights = DeepLabV3_ResNet50_Weights.DEFAULT
    model = deeplabv3_resnet50(weights=weights)
    model.eval()
    prepare = weights.transforms()
    args.out.mkdir(exist_ok=True)
    for path in sorted(args.folder.glob("*.jpg")):
        with torch.no_grad():
            mask = model(prepare(read_image(str(path))).unsqueeze(0))["out"].argmax(1)
        torch.save(mask.to(torch.uint8), args.out / f"{path.stem}.pt")


if __name__ == "__main__":
    main()
