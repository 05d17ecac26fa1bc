import glob
import os
import re

import torch
import torch.nn.functional as F


class GANTrainer:
    """Goes on from the newest checkpoint of its folder."""

    def __init__(self, G, D, folder, z=128):
        self.G, self.D, self.folder, self.z = G.cuda(), D.cuda(), folder, z
        self.g_optim = torch.optim.Adam(G.parameters(), lr=1e-4, betas=(0.0, 0.9))
        self.d_optim = torch.optim.Adam(D.parameters(), lr=4e-4, betas=(0.0, 0.9))
        self.iteration = self.restore()

    def restore(self):
        names = glob.glob(os.path.join(self.folder, "ckpt_*.pt"))
        if not names:
            return 0
        newest = max(names, key=lambda n: int(re.search(r"ckpt_(\d+)\.pt", n)[1]))
        state = torch.load(newest, map_location="cuda", weights_only=True)
        self.G.load_state_dict(state["G"])
        self.D.load_state_dict(state["D"])
        return state["iteration"]

    def save(self):
        path = os.path.join(self.folder, f"ckpt_{self.iteration:07d}.pt")
        g, d = self.G.state_dict(), self.D.state_dict()
        torch.save(dict(G=g, D=d, iteration=self.iteration), path)  # must: checkpoint-without-optimizer-state

    def train(self, batches, max_iterations):
        torch.manual_seed(0)
        self.G.train()
        self.D.train()
        while self.iteration < max_iterations:
            real = next(batches).cuda()
            fake = self.G(torch.randn(len(real), self.z, device="cuda"))
            d_loss = F.softplus(self.D(fake.detach())).mean() + F.softplus(-self.D(real)).mean()
            self.d_optim.zero_grad()
            d_loss.backward()
            self.d_optim.step()
            g_loss = F.softplus(-self.D(fake)).mean()
            self.g_optim.zero_grad()
            g_loss.backward()
            self.g_optim.step()
            self.iteration += 1
            if self.iteration % 5000 == 0:
                self.save()
