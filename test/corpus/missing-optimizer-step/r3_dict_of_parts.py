import torch
from torch import nn
import torch.nn.functional as F


def build(cfg):
    torch.manual_seed(cfg["seed"])
    encoder = nn.Sequential(nn.Linear(cfg["n_genes"], 512), nn.ReLU(), nn.Linear(512, 64))
    decoder = nn.Sequential(nn.Linear(32, 512), nn.ReLU(), nn.Linear(512, cfg["n_genes"]))
    parts = {"encoder": encoder, "decoder": decoder}
    optimizers = {name: torch.optim.Adam(m.parameters(), lr=cfg["lr"]) for name, m in parts.items()}
    return parts, optimizers


def elbo(parts, x, beta):
    mu, log_var = parts["encoder"](x).chunk(2, dim=1)
    z = mu + torch.randn_like(mu) * (0.5 * log_var).exp()
    kl = -0.5 * (1 + log_var - mu.pow(2) - log_var.exp()).sum(1).mean()
    return F.mse_loss(parts["decoder"](z), x) + beta * kl


def fit(loader, cfg):
    parts, optimizers = build(cfg)
    for epoch in range(cfg["epochs"]):
        for m in parts.values():
            m.train()
        seen, total = 0, 0.0
        for (x,) in loader:
            for opt in optimizers.values():
                opt.zero_grad()
            loss = elbo(parts, x, cfg["beta"])
            loss.backward()  # must: missing-optimizer-step
            total += loss.item() * len(x)
            seen += len(x)
        print(f"[{epoch:03d}] elbo {total / seen:.3f}")
    return parts


DEFAULTS = {"seed": 8, "n_genes": 2000, "lr": 1e-3, "epochs": 60, "beta": 0.1}
