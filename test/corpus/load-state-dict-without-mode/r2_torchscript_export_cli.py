import argparse

import torch
from torch import nn


class KeywordNet(nn.Module):
    def __init__(self, mels=40, words=12):
        super().__init__()
        self.conv = nn.Sequential(nn.Conv1d(mels, 64, 5), nn.BatchNorm1d(64), nn.ReLU(), nn.Dropout(0.3))
        self.fc = nn.Linear(64, words)

    def forward(self, x):
        return self.fc(self.conv(x).mean(-1))


def export(src: str, dst: str) -> None:
    state = torch.load(src, map_location="cpu", weights_only=True)
    net = KeywordNet()
    net.load_state_dict(state["model"] if "model" in state else state)
    traced = torch.jit.trace(net, torch.zeros(1, 40, 101))  # must: load-state-dict-without-mode
    traced.save(dst)


if __name__ == "__main__":
    cli = argparse.ArgumentParser()
    cli.add_argument("src")
    cli.add_argument("dst")
    export(**vars(cli.parse_args()))
