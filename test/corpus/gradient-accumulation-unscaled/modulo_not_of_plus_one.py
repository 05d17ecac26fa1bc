import torch
from torch import nn, optim

ACCUM = 16


def fit_denoiser(unet, noise_schedule, loader, max_iters):
    torch.manual_seed(0)
    opt = optim.Adam(unet.parameters(), lr=8e-5)
    mse = nn.MSELoss()
    unet.train()
    it = 0
    while it < max_iters:
        for x0 in loader:
            t = torch.randint(0, noise_schedule.steps, (x0.size(0),))
            eps = torch.randn_like(x0)
            objective = mse(unet(noise_schedule.q_sample(x0, t, eps), t), eps)
            objective.backward()  # must: gradient-accumulation-unscaled
            it += 1
            if it % ACCUM:
                continue
            opt.step()
            opt.zero_grad(set_to_none=True)
    return unet
