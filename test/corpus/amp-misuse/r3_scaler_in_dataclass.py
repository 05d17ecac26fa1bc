from dataclasses import dataclass

import torch
from torch import nn
from torch.cuda import amp


@dataclass
class State:
    model: nn.Module
    optimizer: torch.optim.Optimizer
    scaler: amp.GradScaler
    step: int = 0


def create(width=512, classes=527):
    torch.manual_seed(50)
    model = nn.Sequential(nn.Linear(128, width), nn.ReLU(), nn.Linear(width, classes)).cuda()
    return State(model, torch.optim.Adam(model.parameters(), lr=1e-3), amp.GradScaler())


def train_step(state: State, clip: torch.Tensor, tags: torch.Tensor) -> float:
    state.optimizer.zero_grad()
    with amp.autocast():
        logits = state.model(clip.cuda())
        loss = nn.functional.binary_cross_entropy_with_logits(logits, tags.cuda())
    state.scaler.scale(loss).backward()
    state.optimizer.step()  # must: amp-misuse
    state.scaler.update()
    state.step += 1
    return loss.item()


def train(loader, epochs=10) -> State:
    state = create()
    for epoch in range(epochs):
        state.model.train()
        mean = sum(train_step(state, *batch) for batch in loader) / len(loader)
        print(f"{epoch} {state.step} {mean:.4f}")
    return state
