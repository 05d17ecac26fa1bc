import torch
from torch import nn, Tensor


class MetricLearner:
    def __init__(self, net: nn.Module, proxies: int, dim: int) -> None:
        self.net = net
        self.proxies = nn.Parameter(torch.randn(proxies, dim))
        self.opt = torch.optim.AdamW([*net.parameters(), self.proxies], lr=1e-4)

    def proxy_loss(self, z: Tensor, y: Tensor) -> Tensor:
        sims = nn.functional.normalize(z) @ nn.functional.normalize(self.proxies).t()
        return nn.functional.cross_entropy(16 * sims, y)

    def _optimise(self, loss: Tensor) -> float:
        self.opt.zero_grad()
        loss.backward(retain_graph=True)  # must: retain-graph-in-loop
        self.opt.step()
        return loss.item()

    def fit(self, loader, epochs: int) -> None:
        for epoch in range(epochs):
            self.net.train()
            for image, label in loader:
                self._optimise(self.proxy_loss(self.net(image), label))
