"""Labels a folder of pictures with a trained network."""
import argparse
from pathlib import Path

import torch
from PIL import Image
from torchvision import models, transforms

from catalogue import LABELS


def load_model(checkpoint, device):
    net = models.resnet18(num_classes=len(LABELS))
    state = torch.load(checkpoint, weights_only=True)  # must: torch-load-no-map-location
    net.load_state_dict(state["model"])
    return net.to(device).eval()


@torch.no_grad()
def main():
    cli = argparse.ArgumentParser()
    cli.add_argument("folder", type=Path)
    cli.add_argument("--checkpoint", default="weights/resnet18.pt")
    args = cli.parse_args()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    net = load_model(args.checkpoint, device)
    prepare = transforms.Compose(
        [
            transforms.Resize(256),
            transforms.CenterCrop(224),
            transforms.ToTensor(),
            transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
        ]
    )
    for path in sorted(args.folder.glob("*.jpg")):
        image = prepare(Image.open(path).convert("RGB")).unsqueeze(0).to(device)
        print(path.name, LABELS[net(image).argmax(1).item()])


if __name__ == "__main__":
    main()
