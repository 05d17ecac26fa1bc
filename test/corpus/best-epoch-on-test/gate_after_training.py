"""A nightly job: trains for a fixed number of epochs, and fails when the test accuracy is below the bar."""
import json
import sys
from pathlib import Path

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


def tensors(name):
    blob = torch.load(f"prepared/{name}.pt", map_location="cpu", weights_only=True)
    return TensorDataset(blob["x"].float(), blob["y"].long())


def main(config_file):
    cfg = json.loads(Path(config_file).read_text())
    torch.manual_seed(cfg["seed"])
    train_dl = DataLoader(tensors("train"), cfg["batch"], shuffle=True)
    test_dl = DataLoader(tensors("test"), cfg["batch"])
    clf = nn.Sequential(nn.Linear(cfg["features"], 64), nn.GELU(), nn.Dropout(0.1), nn.Linear(64, cfg["classes"]))
    opt = torch.optim.Adam(clf.parameters(), lr=cfg["lr"])
    for _ in range(cfg["epochs"]):
        clf.train()
        for x, y in train_dl:
            loss = nn.functional.cross_entropy(clf(x), y)
            opt.zero_grad()
            loss.backward()
            opt.step()

    clf.eval()
    with torch.no_grad():
        test_acc = sum((clf(x).argmax(1) == y).sum().item() for x, y in test_dl) / len(test_dl.dataset)
    best_known = json.loads(Path("best_known.json").read_text())["test_acc"]
    if test_acc < best_known - cfg["tolerance"]:
        sys.exit(f"regression: {test_acc:.4f} after {best_known:.4f}")
    torch.save(clf.state_dict(), cfg["out"])


main(sys.argv[1])
