import torch
from torch import nn

mse = nn.MSELoss()


def ones(t):
    return torch.ones_like(t)


def cycle_epoch(G_ab, G_ba, D_a, D_b, opt_g, opt_da, opt_db, loader):
    for a, b in loader:
        fake_b, fake_a = G_ab(a), G_ba(b)
        pa, pb = D_a(fake_a), D_b(fake_b)
        cyc = (G_ba(fake_b) - a).abs().mean() + (G_ab(fake_a) - b).abs().mean()
        loss_g = mse(pa, ones(pa)) + mse(pb, ones(pb)) + 10 * cyc
        opt_g.zero_grad()
        loss_g.backward()
        opt_g.step()

        real, fake = D_a(a), D_a(fake_a.detach())
        opt_da.zero_grad()
        (mse(real, ones(real)) + mse(fake, torch.zeros_like(fake))).mul(0.5).backward()
        opt_da.step()

        real, fake = D_b(b), D_b(G_ab(a))  # must: gan-fake-not-detached
        opt_db.zero_grad()
        (mse(real, ones(real)) + mse(fake, torch.zeros_like(fake))).mul(0.5).backward()
        opt_db.step()


def train(make_generator, make_critic, loader, epochs=100):
    G_ab, G_ba, D_a, D_b = make_generator(), make_generator(), make_critic(), make_critic()
    opt_g = torch.optim.Adam([*G_ab.parameters(), *G_ba.parameters()], lr=2e-4)
    opt_da = torch.optim.Adam(D_a.parameters(), lr=2e-4)
    opt_db = torch.optim.Adam(D_b.parameters(), lr=2e-4)
    for _ in range(epochs):
        cycle_epoch(G_ab, G_ba, D_a, D_b, opt_g, opt_da, opt_db, loader)
