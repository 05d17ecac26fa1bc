import os

import torch
import torch.nn as nn
import torchvision.utils as vutils
from torch.utils.data import DataLoader
from torchvision import datasets, transforms

torch.manual_seed(999)
nz, ngf, ndf, nc = 100, 64, 64, 3
batch_size, num_epochs, lr = 128, 25, 2e-4
device = torch.device("cuda:0" if torch.cuda.is_available() else "cpu")
os.makedirs("samples", exist_ok=True)


class Generator(nn.Module):
    def __init__(self):
        super().__init__()
        self.main = nn.Sequential(
            nn.ConvTranspose2d(nz, ngf * 4, 4, 1, 0, bias=False), nn.BatchNorm2d(ngf * 4), nn.ReLU(True),
            nn.ConvTranspose2d(ngf * 4, ngf * 2, 4, 2, 1, bias=False), nn.BatchNorm2d(ngf * 2), nn.ReLU(True),
            nn.ConvTranspose2d(ngf * 2, nc, 4, 2, 1, bias=False), nn.Tanh(),
        )

    def forward(self, z):
        return self.main(z)


class Discriminator(nn.Module):
    def __init__(self):
        super().__init__()
        self.main = nn.Sequential(
            nn.Conv2d(nc, ndf, 4, 2, 1, bias=False), nn.LeakyReLU(0.2, inplace=True),
            nn.Conv2d(ndf, ndf * 2, 4, 2, 1, bias=False), nn.BatchNorm2d(ndf * 2), nn.LeakyReLU(0.2, inplace=True),
            nn.Conv2d(ndf * 2, 1, 4, 1, 0, bias=False),
        )

    def forward(self, x):
        return self.main(x).view(-1)


transform = transforms.Compose([transforms.Resize(16), transforms.CenterCrop(16), transforms.ToTensor(),
                                transforms.Normalize((0.5,) * 3, (0.5,) * 3)])
dataloader = DataLoader(datasets.ImageFolder("faces", transform=transform), batch_size=batch_size, shuffle=True)
netG, netD = Generator().to(device), Discriminator().to(device)
criterion = nn.BCEWithLogitsLoss()
optimizerD = torch.optim.Adam(netD.parameters(), lr=lr, betas=(0.5, 0.999))
optimizerG = torch.optim.Adam(netG.parameters(), lr=lr, betas=(0.5, 0.999))

for epoch in range(num_epochs):
    for i, (data, _) in enumerate(dataloader):
        netD.zero_grad()
        real = data.to(device)
        label = torch.ones(real.size(0), device=device)
        errD_real = criterion(netD(real), label)
        errD_real.backward()
        fake = netG(torch.randn(real.size(0), nz, 1, 1, device=device))
        output = netD(fake)  # must: gan-fake-not-detached
        errD_fake = criterion(output, torch.zeros_like(label))
        errD_fake.backward()
        optimizerD.step()

        netG.zero_grad()
        fake = netG(torch.randn(real.size(0), nz, 1, 1, device=device))
        errG = criterion(netD(fake), label)
        errG.backward()
        optimizerG.step()
    vutils.save_image(fake.detach(), f"samples/{epoch:03d}.png", normalize=True)
