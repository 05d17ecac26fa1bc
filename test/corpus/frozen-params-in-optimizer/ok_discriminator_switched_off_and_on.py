import torch
import torch.nn.functional as F


def requires_grad(model, flag=True):
    for p in model.parameters():
        p.requires_grad = flag


def train(generator, discriminator, loader, steps, z=256):
    torch.manual_seed(36)
    g_optim = torch.optim.Adam(generator.parameters(), lr=2e-3, betas=(0.0, 0.99))
    d_optim = torch.optim.Adam(discriminator.parameters(), lr=2e-3, betas=(0.0, 0.99))
    generator.train()
    discriminator.train()
    for _, real in zip(range(steps), loader):
        requires_grad(generator, False)
        requires_grad(discriminator, True)
        fake = generator(torch.randn(len(real), z))
        d_loss = F.softplus(discriminator(fake)).mean() + F.softplus(-discriminator(real)).mean()
        d_optim.zero_grad()
        d_loss.backward()
        d_optim.step()

        requires_grad(generator, True)
        requires_grad(discriminator, False)
        g_loss = F.softplus(-discriminator(generator(torch.randn(len(real), z)))).mean()
        g_optim.zero_grad()
        g_loss.backward()
        g_optim.step()
