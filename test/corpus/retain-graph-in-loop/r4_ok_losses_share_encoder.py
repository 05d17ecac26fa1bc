import torch
from torch import nn


class MultiTask(nn.Module):
    def __init__(self, width, tasks):
        super().__init__()
        self.trunk = nn.Sequential(nn.Linear(width, 128), nn.ReLU())
        self.heads = nn.ModuleDict({task: nn.Linear(128, 1) for task in tasks})

    def forward(self, x):
        h = self.trunk(x)
        return {task: head(h).squeeze(-1) for task, head in self.heads.items()}


def gradient_norms(model, losses):
    """Norm of each task's gradient in the trunk, for the weighting."""
    norms = {}
    for task, loss in losses.items():
        grads = torch.autograd.grad(loss, list(model.trunk.parameters()), retain_graph=True)
        norms[task] = torch.cat([g.flatten() for g in grads]).norm()
    return norms


def train(model, loader, optimizer, epochs):
    for _ in range(epochs):
        model.train()
        for x, targets in loader:
            outputs = model(x)
            losses = {task: nn.functional.mse_loss(outputs[task], targets[task]) for task in outputs}
            norms = gradient_norms(model, losses)
            optimizer.zero_grad()
            names = list(losses)
            for i, task in enumerate(names):
                (losses[task] / norms[task]).backward(retain_graph=i < len(names) - 1)
            optimizer.step()
