from typing import Dict, Optional, Type

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes, activation: Type[nn.Module] = nn.ReLU, final: Optional[nn.Module] = None):
        super().__init__()
        layers = []
        for i, o in zip(sizes[:-1], sizes[1:]):
            layers += [nn.Linear(i, o), activation()]
        layers.pop()
        self.layers = nn.Sequential(*layers)
        self.final = final if final is not None else nn.Identity()

    def forward(self, x):
        return self.final(self.layers(x))


def train_crop_model(loader, columns, crops, epochs=30) -> Dict[str, torch.Tensor]:
    torch.manual_seed(44)
    model = MLP([columns, 128, 64, crops], final=nn.Softmax(dim=1))  # must: softmax-before-cross-entropy
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    for epoch in range(epochs):
        model.train()
        for bands, crop in loader:
            optimizer.zero_grad()
            loss = criterion(model(bands), crop)
            loss.backward()
            optimizer.step()
        print(f"epoch={epoch} loss={loss.item():.3f}")
    return model.state_dict()


def train_yield_model(loader, columns, epochs=30) -> Dict[str, torch.Tensor]:
    model = MLP([columns, 64, 1], activation=nn.Tanh)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    for _ in range(epochs):
        model.train()
        for bands, tonnes in loader:
            optimizer.zero_grad()
            nn.functional.huber_loss(model(bands).squeeze(1), tonnes).backward()
            optimizer.step()
    return model.state_dict()
