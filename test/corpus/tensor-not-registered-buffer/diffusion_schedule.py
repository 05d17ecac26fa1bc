import torch
import torch.nn.functional as F
from torch import nn


class GaussianDiffusion(nn.Module):
    def __init__(self, denoiser, timesteps=1000):
        super().__init__()
        self.denoiser = denoiser
        self.timesteps = timesteps
        betas = torch.linspace(1e-4, 0.02, timesteps)
        alphas_bar = torch.cumprod(1.0 - betas, dim=0)
        self.register_buffer("sqrt_ab", alphas_bar.sqrt())
        self.sqrt_one_minus_ab = (1.0 - alphas_bar).sqrt()  # must: tensor-not-registered-buffer

    def add_noise(self, x0, t, noise):
        shape = (-1, 1, 1, 1)
        return self.sqrt_ab[t].view(shape) * x0 + self.sqrt_one_minus_ab[t].view(shape) * noise

    def forward(self, x0):
        t = torch.randint(0, self.timesteps, (x0.size(0),), device=x0.device)
        noise = torch.randn_like(x0)
        return F.mse_loss(self.denoiser(self.add_noise(x0, t, noise), t), noise)


def train(denoiser, loader, epochs):
    torch.manual_seed(0)
    diffusion = GaussianDiffusion(denoiser).to("cuda")
    opt = torch.optim.Adam(diffusion.parameters(), lr=2e-4)
    for epoch in range(epochs):
        diffusion.train()
        for x, _ in loader:
            opt.zero_grad()
            loss = diffusion(x.to("cuda"))
            loss.backward()
            opt.step()
        print(epoch, loss.item())
