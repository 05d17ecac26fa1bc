import argparse

import torch
import torchvision.transforms as T
from PIL import Image
from torchvision.models import resnet18


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("image")
    parser.add_argument("--weights", default="cats_dogs.pt")
    args = parser.parse_args()

    model = resnet18(num_classes=2)
    model.load_state_dict(torch.load(args.weights, map_location="cpu", weights_only=True))
    transform = T.Compose([T.Resize(256), T.CenterCrop(224), T.ToTensor()])
    x = transform(Image.open(args.image).convert("RGB")).unsqueeze(0)
    with torch.no_grad():
        logits = model(x)  # must: load-state-dict-without-mode
    print(["cat", "dog"][logits.argmax(1).item()])


if __name__ == "__main__":
    main()
