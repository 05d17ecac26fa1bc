from __future__ import annotations

import pandas as pd
import torch
from torch import Tensor, nn


class Abalone:
    inputs = ["length", "diameter", "height", "whole", "shucked", "viscera", "shell"]

    def __init__(self, path: str):
        self.frame = pd.read_csv(path)

    def parts(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        return self.frame.iloc[:3133], self.frame.iloc[3133:]  # must: hardcoded-split-slice

    def tensors(self, part: pd.DataFrame) -> tuple[Tensor, Tensor]:
        x = torch.tensor(part[self.inputs].to_numpy(), dtype=torch.float32)
        return x, torch.tensor(part["rings"].to_numpy(), dtype=torch.float32)


def train(net: nn.Module, x: Tensor, y: Tensor, steps: int) -> None:
    optimizer = torch.optim.LBFGS(net.parameters(), lr=0.1)

    def closure():
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(net(x).squeeze(1), y)
        loss.backward()
        return loss

    for _ in range(steps):
        optimizer.step(closure)


def main() -> None:
    torch.manual_seed(2)
    data = Abalone("abalone.csv")
    train_part, test_part = data.parts()
    net = nn.Sequential(nn.Linear(len(data.inputs), 16), nn.Tanh(), nn.Linear(16, 1))
    train(net, *data.tensors(train_part), steps=50)
    x, y = data.tensors(test_part)
    net.eval()
    with torch.no_grad():
        print("mae in rings", (net(x).squeeze(1) - y).abs().mean().item())


if __name__ == "__main__":
    main()
