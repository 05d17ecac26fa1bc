import torch
import torch.nn as nn
import torch.optim as optim


def weights_init(m):
    if isinstance(m, (nn.Conv2d, nn.ConvTranspose2d)):
        nn.init.normal_(m.weight, 0.0, 0.02)


def train(netG, netD, dataloader, device, nz=100, num_epochs=5):
    torch.manual_seed(999)
    netG.apply(weights_init)
    netD.apply(weights_init)
    criterion = nn.BCELoss()
    optimizerD = optim.Adam(netD.parameters(), lr=2e-4, betas=(0.5, 0.999))
    optimizerG = optim.Adam(netG.parameters(), lr=2e-4, betas=(0.5, 0.999))
    for _ in range(num_epochs):
        for data, _ in dataloader:
            netD.zero_grad()
            real = data.to(device)
            ones = torch.ones(real.size(0), device=device)
            errD_real = criterion(netD(real).view(-1), ones)
            errD_real.backward()
            fake = netG(torch.randn(real.size(0), nz, 1, 1, device=device))
            errD_fake = criterion(netD(fake.detach()).view(-1), torch.zeros_like(ones))
            errD_fake.backward()
            optimizerD.step()

            netG.zero_grad()
            errG = criterion(netD(fake).view(-1), ones)
            errG.backward()
            optimizerG.step()
