import itertools

import torch
from torch import nn
from torch.optim import Adam


def train_both(encoder, decoder, loader, epochs):
    """One loss, two optimizers: each steps its half."""
    torch.manual_seed(0)
    enc_opt = Adam(encoder.parameters(), lr=1e-4)
    dec_opt = Adam(decoder.parameters(), lr=1e-3)
    loss_fn = nn.MSELoss()
    for _ in range(epochs):
        encoder.train()
        decoder.train()
        for x in loader:
            enc_opt.zero_grad()
            dec_opt.zero_grad()
            loss_fn(decoder(encoder(x)), x).backward()
            enc_opt.step()
            dec_opt.step()


def train_cycle(g_ab, g_ba, loader, epochs, weight=10.0):
    """One optimizer over two generators."""
    torch.manual_seed(0)
    opt_g = Adam(itertools.chain(g_ab.parameters(), g_ba.parameters()), lr=2e-4)
    l1 = nn.L1Loss()
    for _ in range(epochs):
        g_ab.train()
        g_ba.train()
        for a, b in loader:
            loss = weight * (l1(g_ba(g_ab(a)), a) + l1(g_ab(g_ba(b)), b))
            opt_g.zero_grad()
            loss.backward()
            opt_g.step()
