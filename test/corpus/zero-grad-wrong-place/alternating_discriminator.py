import torch
import torch.nn.functional as F


def gan_epoch(G, D, opt_g, opt_d, loader, z_dim, device):
    G.train()
    D.train()
    for real, _ in loader:
        real = real.to(device)
        z = torch.randn(real.size(0), z_dim, device=device)
        fake = G(z)

        d_loss = F.relu(1 - D(real)).mean() + F.relu(1 + D(fake.detach())).mean()
        d_loss.backward()
        opt_d.zero_grad()  # must: zero-grad-wrong-place
        opt_d.step()

        opt_g.zero_grad()
        g_loss = -D(fake).mean()
        g_loss.backward()
        opt_g.step()
    return d_loss.item(), g_loss.item()
