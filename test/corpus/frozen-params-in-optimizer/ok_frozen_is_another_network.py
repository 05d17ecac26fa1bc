import copy

import torch
import torch.nn.functional as F


class Byol:
    """The slow copy is frozen and is no part of the network that the optimizer is given."""

    def __init__(self, online, predictor, tau=0.996):
        self.online, self.predictor, self.tau = online, predictor, tau
        self.target = copy.deepcopy(online)
        for p in self.target.parameters():
            p.requires_grad = False
        learned = list(self.online.parameters()) + list(self.predictor.parameters())
        self.optimizer = torch.optim.SGD(learned, lr=0.05, momentum=0.9, weight_decay=1e-4)

    @torch.no_grad()
    def follow(self):
        for slow, fast in zip(self.target.parameters(), self.online.parameters()):
            slow.lerp_(fast, 1 - self.tau)

    def fit(self, loader, epochs):
        torch.manual_seed(2)
        self.online.train()
        self.predictor.train()
        self.target.train()
        for _ in range(epochs):
            for a, b in loader:
                with torch.no_grad():
                    goal = F.normalize(self.target(b), dim=-1)
                guess = F.normalize(self.predictor(self.online(a)), dim=-1)
                loss = (guess - goal).pow(2).sum(-1).mean()
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                self.follow()
