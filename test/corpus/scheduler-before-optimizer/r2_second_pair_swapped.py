import torch
import torch.nn as nn
from torch.optim.lr_scheduler import ExponentialLR


def adversarial_autoencoder(ae: nn.Module, disc: nn.Module, batches, dim: int):
    opt_ae = torch.optim.Adam(ae.parameters(), 1e-3)
    opt_d = torch.optim.Adam(disc.parameters(), 1e-4)
    decay_ae, decay_d = ExponentialLR(opt_ae, 0.9999), ExponentialLR(opt_d, 0.9999)
    bce = nn.BCEWithLogitsLoss()
    ae.train(), disc.train()
    for x in batches:
        z, xhat = ae(x)
        fool = disc(z)
        loss = nn.functional.mse_loss(xhat, x) + 0.1 * bce(fool, torch.ones_like(fool))
        opt_ae.zero_grad()
        loss.backward()
        opt_ae.step()
        decay_ae.step()

        real, fake = disc(torch.randn(len(x), dim)), disc(z.detach())
        d_loss = bce(real, torch.ones_like(real)) + bce(fake, torch.zeros_like(fake))
        opt_d.zero_grad()
        d_loss.backward()
        decay_d.step()  # must: scheduler-before-optimizer
        opt_d.step()
