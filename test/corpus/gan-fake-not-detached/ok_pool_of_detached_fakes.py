import random

import torch
from torch import nn


class ImagePool:
    """Keeps older fakes; what goes in is cut off the graph."""

    def __init__(self, size, seed=0):
        self.size, self.images, self.rng = size, [], random.Random(seed)

    def query(self, batch):
        out = []
        for image in batch.detach():
            if len(self.images) < self.size:
                self.images.append(image)
                out.append(image)
            elif self.rng.random() > 0.5:
                i = self.rng.randrange(self.size)
                out.append(self.images[i])
                self.images[i] = image
            else:
                out.append(image)
        return torch.stack(out)


def train(gen, disc, loader, epochs):
    torch.manual_seed(0)
    pool = ImagePool(50)
    mse = nn.MSELoss()
    g_opt = torch.optim.Adam(gen.parameters(), lr=2e-4)
    d_opt = torch.optim.Adam(disc.parameters(), lr=2e-4)
    gen.train()
    disc.train()
    for _ in range(epochs):
        for source, target in loader:
            fake = gen(source)
            score = disc(fake)
            g_loss = mse(score, torch.ones_like(score))
            g_opt.zero_grad()
            g_loss.backward()
            g_opt.step()

            d_opt.zero_grad()
            old = disc(pool.query(fake))
            new = disc(target)
            d_loss = 0.5 * (mse(old, torch.zeros_like(old)) + mse(new, torch.ones_like(new)))
            d_loss.backward()
            d_opt.step()
