import torch
from torch import autograd


def gradient_penalty(critic, real, fake):
    mix = torch.rand(real.size(0), 1, 1, 1, device=real.device)
    between = (mix * real + (1 - mix) * fake).requires_grad_(True)
    score = critic(between)
    (grad,) = autograd.grad(score.sum(), between, create_graph=True)
    return ((grad.flatten(1).norm(2, dim=1) - 1) ** 2).mean()


def critic_phase(critic, generator, opt, real, z, weight=10.0):
    with torch.no_grad():
        fake = generator(z)
    opt.zero_grad()
    loss = critic(fake).mean() - critic(real).mean() + weight * gradient_penalty(critic, real, fake)
    loss.backward()
    opt.step()
    return loss.item()


def generator_phase(critic, generator, opt, z):
    critic.requires_grad_(False)
    opt.zero_grad()
    loss = -critic(generator(z)).mean()
    loss.backward()
    opt.step()
    critic.requires_grad_(True)
    return loss.item()


def train(critic, generator, loader, opt_c, opt_g, epochs, latent, device, per_generator=5):
    critic.train()
    generator.train()
    for _ in range(epochs):
        for i, (real, _) in enumerate(loader):
            real = real.to(device)
            draw = torch.randn(len(real), latent, 1, 1, device=device)
            critic_phase(critic, generator, opt_c, real, draw)
            if (i + 1) % per_generator == 0:
                generator_phase(critic, generator, opt_g, torch.randn_like(draw))
