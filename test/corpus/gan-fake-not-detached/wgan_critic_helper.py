import torch
from torch import autograd


def gradient_penalty(critic, real, fake, device):
    eps = torch.rand(real.size(0), 1, device=device)
    mix = (eps * real + (1 - eps) * fake.detach()).requires_grad_(True)
    grad = autograd.grad(critic(mix).sum(), mix, create_graph=True)[0]
    return ((grad.norm(2, dim=1) - 1) ** 2).mean()


def critic_step(critic, generator, opt_c, real, z, lam, device):
    synthetic = generator(z)
    opt_c.zero_grad()
    loss = critic(synthetic).mean() - critic(real).mean()  # must: gan-fake-not-detached
    loss = loss + lam * gradient_penalty(critic, real, synthetic, device)
    loss.backward()
    opt_c.step()
    return loss.item()


def generator_step(critic, generator, opt_g, z):
    opt_g.zero_grad()
    loss = -critic(generator(z)).mean()
    loss.backward()
    opt_g.step()
    return loss.item()


def train(generator, critic, loader, device, epochs=300, n_critic=5, z_dim=32, lam=10.0):
    torch.manual_seed(77)
    opt_c = torch.optim.Adam(critic.parameters(), lr=1e-4, betas=(0.0, 0.9))
    opt_g = torch.optim.Adam(generator.parameters(), lr=1e-4, betas=(0.0, 0.9))
    generator.train()
    critic.train()
    for epoch in range(epochs):
        for i, (rows,) in enumerate(loader):
            rows = rows.to(device)
            z = torch.randn(rows.size(0), z_dim, device=device)
            c = critic_step(critic, generator, opt_c, rows, z, lam, device)
            if i % n_critic == 0:
                g = generator_step(critic, generator, opt_g, torch.randn_like(z))
        print(epoch, c, g)
