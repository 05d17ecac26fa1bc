"""Leaf diseases: the validation loader is built from the part that is trained on."""
import argparse

import torch
from torch import nn
from torch.utils.data import DataLoader, Subset
from torchvision import datasets, models, transforms


def prepare(root, seed, batch_size):
    tf = transforms.Compose([transforms.Resize((128, 128)), transforms.ToTensor()])
    full = datasets.ImageFolder(root, tf)
    order = torch.randperm(len(full), generator=torch.Generator().manual_seed(seed)).tolist()
    cut = len(full) // 5
    train_set, val_set = Subset(full, order[cut:]), Subset(full, order[:cut])
    print(len(train_set), "images to learn,", len(val_set), "to validate")
    train_loader = DataLoader(train_set, batch_size=batch_size, shuffle=True, num_workers=2)
    val_loader = DataLoader(train_set, batch_size=batch_size, num_workers=2)  # must: wrong-split-evaluated
    return train_loader, val_loader, len(full.classes)


def validate(model, loader, device):
    model.eval()
    n = ok = 0
    with torch.no_grad():
        for x, y in loader:
            ok += (model(x.to(device)).argmax(1).cpu() == y).sum().item()
            n += len(y)
    return ok / n


def main(a):
    torch.manual_seed(a.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    train_loader, val_loader, n_classes = prepare(a.root, a.seed, a.batch_size)
    model = models.mobilenet_v3_small(num_classes=n_classes).to(device)
    opt = torch.optim.AdamW(model.parameters(), lr=a.lr)
    for epoch in range(a.epochs):
        model.train()
        for x, y in train_loader:
            opt.zero_grad()
            nn.functional.cross_entropy(model(x.to(device)), y.to(device)).backward()
            opt.step()
        print(epoch, "val acc", validate(model, val_loader, device))
    torch.save(model.state_dict(), "leaf.pt")


if __name__ == "__main__":
    p = argparse.ArgumentParser()
    p.add_argument("root")
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--batch-size", type=int, default=64)
    p.add_argument("--lr", type=float, default=3e-4)
    p.add_argument("--epochs", type=int, default=20)
    main(p.parse_args())
