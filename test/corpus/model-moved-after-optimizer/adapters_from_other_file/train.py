# main
import torch
import torch.nn.functional as F
from torch import nn

from adapters import inject


class Matcher(nn.Module):
    def __init__(self, dim=768):
        super().__init__()
        self.query = nn.Linear(dim, 256)
        self.item = nn.Linear(dim, 256)

    def forward(self, q, i):
        return (self.query(q) * self.item(i)).sum(-1)


def main(weights, loader, epochs=5):
    torch.manual_seed(0)
    matcher = Matcher()
    matcher.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
    opt = torch.optim.Adam(matcher.parameters(), lr=1e-3)
    inject(matcher, ["query", "item"])  # must: model-moved-after-optimizer
    for epoch in range(epochs):
        matcher.train()
        for q, i, clicked in loader:
            opt.zero_grad()
            loss = F.binary_cross_entropy_with_logits(matcher(q, i), clicked)
            loss.backward()
            opt.step()
        print(epoch, loss.item())
