import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits as bce


def train(G, D, loader, epochs, z, device):
    torch.manual_seed(0)
    opt_g = torch.optim.Adam(G.parameters(), 2e-4)
    opt_d = torch.optim.Adam(D.parameters(), 2e-4)
    G_losses, D_losses = [], []
    for _ in range(epochs):
        for real, _ in loader:
            real = real.to(device)
            fake = G(torch.randn(len(real), z, device=device))
            out = torch.cat([D(real), D(fake.detach())])
            want = torch.cat([torch.ones(len(real), 1), torch.zeros(len(real), 1)]).to(device)
            errD = bce(out, want)
            opt_d.zero_grad()
            errD.backward()
            opt_d.step()

            errG = bce(D(fake), torch.ones(len(real), 1, device=device))
            opt_g.zero_grad()
            errG.backward()
            opt_g.step()

            G_losses.append(errG)  # must: loss-accumulates-graph
            D_losses.append(errD.item())
    return G_losses, D_losses


def main(loader, device):
    G = nn.Sequential(nn.Linear(16, 64), nn.ReLU(), nn.Linear(64, 2)).to(device)
    D = nn.Sequential(nn.Linear(2, 64), nn.LeakyReLU(0.2), nn.Linear(64, 1)).to(device)
    return train(G, D, loader, 100, 16, device)
