import torch
import torch.nn as nn


def mlp(*sizes):
    layers = []
    for a, b in zip(sizes, sizes[1:]):
        layers += [nn.Linear(a, b), nn.LeakyReLU(0.2)]
    return nn.Sequential(*layers[:-1])


def train(loader, steps=10_000, z=32, d=784):
    torch.manual_seed(2)
    generator, critic = mlp(z, 256, d), mlp(d, 256, 1)
    g_optim = torch.optim.RMSprop(generator.parameters(), lr=5e-5)
    d_optim = torch.optim.RMSprop(critic.parameters(), lr=5e-5)
    for step, (real, _) in zip(range(steps), loader):
        real = real.flatten(1)
        d_optim.zero_grad()
        with torch.no_grad():
            fake = generator(torch.randn(len(real), z))
        d_loss = critic(fake).mean() - critic(real).mean()
        d_loss.backward()
        d_optim.step()
        with torch.no_grad():
            for p in critic.parameters():
                p.clamp_(-0.01, 0.01)

        if step % 5 == 0:
            g_loss = -critic(generator(torch.randn(len(real), z))).mean()
            g_loss.backward()  # must: missing-zero-grad
            g_optim.step()
    return generator
