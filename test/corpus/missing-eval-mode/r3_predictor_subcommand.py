"""retina-cli: `train` fits the grader, `grade` writes a CSV of grades for a folder."""
import argparse
import csv
from pathlib import Path

import torch
from PIL import Image
from torch import nn
from torchvision import transforms as T
from torchvision.datasets import ImageFolder
from torch.utils.data import DataLoader

PREPARE = T.Compose([T.Resize((256, 256)), T.ToTensor()])


class Grader(nn.Module):
    def __init__(self, grades=5):
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv2d(3, 32, 3, stride=2, padding=1), nn.BatchNorm2d(32), nn.ReLU(),
            nn.Conv2d(32, 64, 3, stride=2, padding=1), nn.BatchNorm2d(64), nn.ReLU(),
            nn.AdaptiveAvgPool2d(1), nn.Flatten(),
        )
        self.drop = nn.Dropout(0.4)
        self.out = nn.Linear(64, grades)

    def forward(self, x):
        return self.out(self.drop(self.stem(x)))


def fit(args):
    torch.manual_seed(args.seed)
    net = Grader()
    loader = DataLoader(ImageFolder(args.images, PREPARE), batch_size=32, shuffle=True)
    optimizer = torch.optim.Adam(net.parameters(), lr=args.lr)
    ce = nn.CrossEntropyLoss()
    net.train()
    for _ in range(args.epochs):
        for image, grade in loader:
            optimizer.zero_grad()
            ce(net(image), grade).backward()
            optimizer.step()
    return net


def write_grades(net, folder, target):
    with open(target, "w", newline="") as f, torch.inference_mode():
        out = csv.writer(f)
        for path in sorted(Path(folder).glob("*.png")):
            eye = PREPARE(Image.open(path).convert("RGB"))[None]
            out.writerow([path.stem, net(eye).argmax(1).item()])  # must: missing-eval-mode


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("images")
    parser.add_argument("unseen")
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--lr", type=float, default=3e-4)
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--to", default="grades.csv")
    args = parser.parse_args()
    write_grades(fit(args), args.unseen, args.to)


if __name__ == "__main__":
    main()
