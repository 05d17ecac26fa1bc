import torch
from torch import nn


class NeuralCF(nn.Module):
    def __init__(self, users, items, dim=16):
        super().__init__()
        self.u, self.i = nn.Embedding(users, dim), nn.Embedding(items, dim)
        layers = [nn.Linear(2 * dim, 32), nn.ReLU(), nn.Linear(32, 1)]
        layers.append(nn.Sigmoid())
        self.mlp = nn.Sequential(*layers)

    def forward(self, u, i):
        return self.mlp(torch.cat([self.u(u), self.i(i)], -1)).view(-1)


def gate_net(dim):
    return nn.Sequential(nn.Linear(dim, dim), nn.Sigmoid(), nn.Linear(dim, 1))


def train(loader, users, items, side_loader):
    ncf, gate = NeuralCF(users, items), gate_net(8)
    opt = torch.optim.Adam([*ncf.parameters(), *gate.parameters()])
    for (u, i, clicked), (feats, bought) in zip(loader, side_loader):
        a = nn.BCELoss()(ncf(u, i), clicked)
        b = nn.functional.binary_cross_entropy_with_logits(gate(feats).squeeze(1), bought)
        opt.zero_grad()
        (a + b).backward()
        opt.step()
