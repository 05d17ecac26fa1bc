import torch
import torch.nn as nn
from torchvision.utils import save_image


class Generator(nn.Module):
    def __init__(self, z=100, width=64):
        super().__init__()
        self.net = nn.Sequential(
            nn.ConvTranspose2d(z, width * 4, 4, 1, 0), nn.BatchNorm2d(width * 4), nn.ReLU(True),
            nn.ConvTranspose2d(width * 4, width, 4, 2, 1), nn.BatchNorm2d(width), nn.ReLU(True),
            nn.ConvTranspose2d(width, 1, 4, 2, 1), nn.Tanh(),
        )

    def forward(self, z):
        return self.net(z)


class Discriminator(nn.Module):
    def __init__(self, width=64):
        super().__init__()
        self.net = nn.Sequential(
            nn.Conv2d(1, width, 4, 2, 1), nn.LeakyReLU(0.2), nn.Conv2d(width, 1, 8), nn.Flatten()
        )

    def forward(self, x):
        return self.net(x)


def sample_images(generator, noise, path):
    generator.eval()
    with torch.no_grad():
        save_image(generator(noise), path, normalize=True)


def train(loader, device, epochs=50, z_dim=100):
    torch.manual_seed(999)
    G, D = Generator(z_dim).to(device), Discriminator().to(device)
    opt_g = torch.optim.Adam(G.parameters(), lr=2e-4, betas=(0.5, 0.999))
    opt_d = torch.optim.Adam(D.parameters(), lr=2e-4, betas=(0.5, 0.999))
    bce = nn.BCEWithLogitsLoss()
    fixed = torch.randn(64, z_dim, 1, 1, device=device)
    for epoch in range(epochs):
        for i, (real, _) in enumerate(loader):
            real = real.to(device)
            noise = torch.randn(len(real), z_dim, 1, 1, device=device)
            fake = G(noise)  # must: eval-mode-not-restored

            opt_d.zero_grad()
            out_real, out_fake = D(real), D(fake.detach())
            d_loss = bce(out_real, torch.ones_like(out_real)) + bce(out_fake, torch.zeros_like(out_fake))
            d_loss.backward()
            opt_d.step()

            opt_g.zero_grad()
            out = D(fake)
            g_loss = bce(out, torch.ones_like(out))
            g_loss.backward()
            opt_g.step()
            if i % 200 == 0:
                sample_images(G, fixed, f"samples/{epoch:03d}_{i:05d}.png")
