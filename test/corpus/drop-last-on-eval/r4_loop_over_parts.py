"""Bird song classifier."""
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset

PARTS = ("train", "valid")


class Clips(Dataset):
    def __init__(self, folder):
        self.files = sorted(Path(folder).glob("*.npz"))

    def __len__(self):
        return len(self.files)

    def __getitem__(self, i):
        clip = np.load(self.files[i])
        return torch.from_numpy(clip["mel"]), int(clip["species"])


def make_loaders(root, batch_size):
    loaders = {}
    for part in PARTS:
        loaders[part] = DataLoader(
            Clips(Path(root) / part),
            batch_size=batch_size,
            shuffle=part == "train",
            drop_last=True,  # must: drop-last-on-eval
        )
    return loaders


def run(net, root, epochs):
    torch.manual_seed(3)
    loaders = make_loaders(root, 96)
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    criterion = nn.CrossEntropyLoss()
    for epoch in range(epochs):
        for part in PARTS:
            training = part == "train"
            net.train(training)
            seen, right = 0, 0
            with torch.set_grad_enabled(training):
                for mel, species in loaders[part]:
                    out = net(mel)
                    if training:
                        optimizer.zero_grad()
                        criterion(out, species).backward()
                        optimizer.step()
                    seen += len(species)
                    right += (out.argmax(1) == species).sum().item()
            print(epoch, part, right / seen)
