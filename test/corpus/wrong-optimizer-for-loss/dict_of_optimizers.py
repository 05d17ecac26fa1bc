import torch
from torch import nn
from torch.optim import Adam


class DomainAdapter:
    """Alternates between the task and a probe that reads the domain off the features."""

    def __init__(self, encoder: nn.Module, task_head: nn.Module, probe: nn.Module, lr: float = 1e-3):
        self.encoder, self.task_head, self.probe = encoder, task_head, probe
        self.optimizers = {
            "task": Adam(list(encoder.parameters()) + list(task_head.parameters()), lr=lr),
            "probe": Adam(probe.parameters(), lr=lr),
        }
        self.ce = nn.CrossEntropyLoss()

    def step_task(self, x, y):
        self.optimizers["task"].zero_grad()
        loss = self.ce(self.task_head(self.encoder(x)), y)
        loss.backward()
        self.optimizers["task"].step()
        return loss.item()

    def step_probe(self, x, domain):
        features = self.encoder(x).detach()
        self.optimizers["probe"].zero_grad()
        loss = self.ce(self.probe(features), domain)
        loss.backward()
        self.optimizers["task"].step()  # must: wrong-optimizer-for-loss
        return loss.item()

    def run(self, loader, epochs):
        torch.manual_seed(8)
        for epoch in range(epochs):
            self.encoder.train(), self.task_head.train(), self.probe.train()
            for x, y, domain in loader:
                a, b = self.step_task(x, y), self.step_probe(x, domain)
            print(epoch, a, b)
