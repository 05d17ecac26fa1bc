"""Unpaired translation; what the discriminators see has no history."""
import random

import torch
from torch import nn


class Pool:
    def __init__(self, size=50, seed=0):
        self.size, self.images, self.rng = size, [], random.Random(seed)

    def query(self, batch):
        kept = []
        for image in batch.detach():
            if len(self.images) < self.size:
                self.images.append(image)
                kept.append(image)
            elif self.rng.random() < 0.5:
                i = self.rng.randrange(self.size)
                kept.append(self.images[i])
                self.images[i] = image
            else:
                kept.append(image)
        return torch.stack(kept)


def conv(i, o):
    return nn.Sequential(nn.Conv2d(i, 64, 3, padding=1), nn.ReLU(), nn.Conv2d(64, o, 3, padding=1))


def lsgan(score, real):
    return (score - float(real)).pow(2).mean()


def train(pairs, epochs=100):
    torch.manual_seed(200)
    ab, ba, da, db = conv(3, 3), conv(3, 3), conv(3, 1), conv(3, 1)
    opt_g = torch.optim.Adam([*ab.parameters(), *ba.parameters()], lr=2e-4, betas=(0.5, 0.999))
    opt_d = torch.optim.Adam([*da.parameters(), *db.parameters()], lr=2e-4, betas=(0.5, 0.999))
    pool = Pool()
    for _ in range(epochs):
        for a, b in pairs:
            fake_b, fake_a = ab(a), ba(b)
            cycle = (ba(fake_b) - a).abs().mean() + (ab(fake_a) - b).abs().mean()
            g_loss = lsgan(db(fake_b), True) + lsgan(da(fake_a), True) + 10 * cycle
            opt_g.zero_grad()
            g_loss.backward()
            opt_g.step()

            old_b = pool.query(fake_b)
            with torch.no_grad():
                new_a = ba(b)
            d_loss = lsgan(db(b), True) + lsgan(db(old_b), False) + lsgan(da(a), True) + lsgan(da(new_a), False)
            opt_d.zero_grad()
            d_loss.backward()
            opt_d.step()
    return ab, ba
