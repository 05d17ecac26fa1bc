import argparse
import os

import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, models, transforms


def get_args():
    parser = argparse.ArgumentParser("ImageNet training")
    parser.add_argument("data")
    parser.add_argument("--epochs", default=90, type=int)
    parser.add_argument("--resume", default="", help="checkpoint to go on from")
    parser.add_argument("--output", default="checkpoints")
    return parser.parse_args()


def main():
    args = get_args()
    torch.manual_seed(0)
    os.makedirs(args.output, exist_ok=True)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model = models.resnet50().to(device)
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9, weight_decay=1e-4)

    start_epoch = 0
    if args.resume:
        ckpt = torch.load(args.resume, map_location=device, weights_only=True)
        model.load_state_dict(ckpt["model"])
        start_epoch = ckpt["epoch"] + 1

    tf = transforms.Compose([transforms.RandomResizedCrop(224), transforms.RandomHorizontalFlip(), transforms.ToTensor()])
    loader = DataLoader(datasets.ImageFolder(args.data, tf), batch_size=256, shuffle=True, num_workers=16)
    for epoch in range(start_epoch, args.epochs):
        model.train()
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x.to(device)), y.to(device))
            loss.backward()
            optimizer.step()
        path = os.path.join(args.output, f"checkpoint-{epoch}.pth")
        torch.save({"model": model.state_dict(), "epoch": epoch}, path)  # must: checkpoint-without-optimizer-state


if __name__ == "__main__":
    main()
