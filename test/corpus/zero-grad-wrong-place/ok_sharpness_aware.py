"""SAM: two passes, gradients cleared after the climb and before the second backward."""
import torch
import torch.nn.functional as F


class SAM:
    def __init__(self, params, base, rho=0.05):
        self.params = [p for p in params if p.requires_grad]
        self.base, self.rho, self.moves = base, rho, {}

    @torch.no_grad()
    def climb(self):
        norm = torch.norm(torch.stack([p.grad.norm() for p in self.params if p.grad is not None]))
        for p in self.params:
            if p.grad is not None:
                move = p.grad * (self.rho / (norm + 1e-12))
                p.add_(move)
                self.moves[p] = move
        self.base.zero_grad()

    @torch.no_grad()
    def descend(self):
        for p, move in self.moves.items():
            p.sub_(move)
        self.moves.clear()
        self.base.step()
        self.base.zero_grad()


def train(model, loader, epochs):
    torch.manual_seed(2)
    sam = SAM(model.parameters(), torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9))
    for _ in range(epochs):
        model.train()
        for x, y in loader:
            F.cross_entropy(model(x), y).backward()
            sam.climb()
            F.cross_entropy(model(x), y).backward()
            sam.descend()
