import torch
from torch import nn


class Pix2Pix:
    def __init__(self, G, D, lam=100.0):
        self.netG, self.netD, self.lam = G, D, lam
        self.gan, self.l1 = nn.BCEWithLogitsLoss(), nn.L1Loss()
        self.opt_G = torch.optim.Adam(G.parameters(), lr=2e-4, betas=(0.5, 0.999))
        self.opt_D = torch.optim.Adam(D.parameters(), lr=2e-4, betas=(0.5, 0.999))

    def forward(self, edges):
        self.edges = edges
        self.fake = self.netG(edges)

    def criterion(self, logits, is_real):
        return self.gan(logits, torch.full_like(logits, float(is_real)))

    def backward_D(self, photo):
        fake_logits = self.netD(torch.cat([self.edges, self.fake], 1))  # must: gan-fake-not-detached
        real_logits = self.netD(torch.cat([self.edges, photo], 1))
        loss = 0.5 * (self.criterion(fake_logits, False) + self.criterion(real_logits, True))
        loss.backward()

    def backward_G(self, photo):
        logits = self.netD(torch.cat([self.edges, self.fake], 1))
        loss = self.criterion(logits, True) + self.lam * self.l1(self.fake, photo)
        loss.backward()

    def optimize(self, edges, photo):
        self.forward(edges)
        self.netD.requires_grad_(True)
        self.opt_D.zero_grad()
        self.backward_D(photo)
        self.opt_D.step()

        self.forward(edges)
        self.netD.requires_grad_(False)
        self.opt_G.zero_grad()
        self.backward_G(photo)
        self.opt_G.step()
