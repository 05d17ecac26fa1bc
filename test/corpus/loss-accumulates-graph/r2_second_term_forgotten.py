import torch
import torch.nn.functional as F


def train_vae(model, loader, epochs=20, beta=4.0):
    optim = torch.optim.Adam(model.parameters(), lr=1e-3)
    for epoch in range(epochs):
        model.train()
        rec_sum = kl_sum = 0.0
        for x, _ in loader:
            xhat, mu, logvar = model(x)
            rec = F.mse_loss(xhat, x)
            kl = -0.5 * torch.mean(1 + logvar - mu.pow(2) - logvar.exp())
            optim.zero_grad()
            (rec + beta * kl).backward()
            optim.step()
            rec_sum += rec.item()
            kl_sum += kl  # must: loss-accumulates-graph
        print(f"{epoch}: rec {rec_sum / len(loader):.4f} kl {kl_sum / len(loader):.4f}")
