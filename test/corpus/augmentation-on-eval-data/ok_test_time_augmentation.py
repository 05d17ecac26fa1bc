"""Eight random views of each test image are averaged on purpose."""
import argparse

import torch
from torch.utils.data import DataLoader
from torchvision import datasets, models, transforms


def tta_predict(net, folder, views, device):
    """Mean probability over several augmented passes (TTA)."""
    tta = transforms.Compose(
        [transforms.RandomResizedCrop(224, scale=(0.8, 1.0)), transforms.RandomHorizontalFlip(), transforms.ToTensor()]
    )
    test_set = datasets.ImageFolder(folder, transform=tta)
    total = 0
    for _ in range(views):
        loader = DataLoader(test_set, batch_size=64)
        probs = [net(x.to(device)).softmax(dim=1).cpu() for x, _ in loader]
        total = total + torch.cat(probs)
    return total / views, torch.tensor(test_set.targets)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("weights")
    p.add_argument("folder")
    p.add_argument("--views", type=int, default=8)
    args = p.parse_args()
    torch.manual_seed(0)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    net = models.resnet50(num_classes=120)
    net.load_state_dict(torch.load(args.weights, map_location=device, weights_only=True))
    net.to(device).eval()
    with torch.no_grad():
        probs, labels = tta_predict(net, args.folder, args.views, device)
    print("accuracy", (probs.argmax(1) == labels).float().mean().item())


main()
