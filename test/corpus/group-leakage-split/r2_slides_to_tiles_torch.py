import csv
from pathlib import Path

import torch
import torch.nn as nn
from PIL import Image
from torch.utils.data import DataLoader, Dataset, random_split
from torchvision.models import resnet18
from torchvision.transforms import functional as TF

SIZE = 224


class TileDataset(Dataset):
    def __init__(self, root):
        self.tiles = []
        with open(Path(root) / "patients.csv", newline="") as fh:
            for row in csv.DictReader(fh):
                for tile in sorted((Path(root) / row["patient_id"]).glob("*.png")):
                    self.tiles.append((tile, int(row["tumour"]), row["patient_id"]))

    def __len__(self):
        return len(self.tiles)

    def __getitem__(self, i):
        path, label, _ = self.tiles[i]
        image = Image.open(path).convert("RGB").resize((SIZE, SIZE))
        return TF.to_tensor(image), label


def accuracy(net, loader, device):
    net.eval()
    hits = 0
    with torch.no_grad():
        for x, y in loader:
            hits += (net(x.to(device)).argmax(1).cpu() == y).sum().item()
    return hits / len(loader.dataset)


def main():
    torch.manual_seed(17)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    data = TileDataset("slides")
    n = len(data) // 5
    g = torch.Generator().manual_seed(17)
    train_set, test_set = random_split(data, [len(data) - n, n], generator=g)  # must: group-leakage-split
    train_loader = DataLoader(train_set, 32, shuffle=True)
    test_loader = DataLoader(test_set, 64)
    net = resnet18(num_classes=2).to(device)
    opt = torch.optim.AdamW(net.parameters(), lr=1e-4)
    for _ in range(10):
        net.train()
        for x, y in train_loader:
            opt.zero_grad()
            nn.functional.cross_entropy(net(x.to(device)), y.to(device)).backward()
            opt.step()
    print("test accuracy", accuracy(net, test_loader, device))


main()
