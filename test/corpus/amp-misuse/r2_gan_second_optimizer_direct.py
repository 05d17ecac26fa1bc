import torch
import torch.nn.functional as F
from torch.cuda import amp


def softplus_gan(G, D, loader, zdim, opt_g, opt_d):
    scaler_g, scaler_d = amp.GradScaler(), amp.GradScaler()
    G.train(), D.train()
    for real in loader:
        real = real.cuda()
        z = torch.randn(len(real), zdim, device="cuda")

        opt_d.zero_grad()
        with amp.autocast():
            loss_d = F.softplus(-D(real)).mean() + F.softplus(D(G(z).detach())).mean()
        scaler_d.scale(loss_d).backward()
        scaler_d.step(opt_d)
        scaler_d.update()

        opt_g.zero_grad()
        with amp.autocast():
            loss_g = F.softplus(-D(G(z))).mean()
        scaler_g.scale(loss_g).backward()
        opt_g.step()  # must: amp-misuse
        scaler_g.update()
