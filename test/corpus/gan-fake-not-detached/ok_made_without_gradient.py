import torch
import torch.nn.functional as F


class TabularGAN:
    def __init__(self, G, D, z_dim):
        self.G, self.D, self.z_dim = G, D, z_dim
        self.optimG = torch.optim.Adam(G.parameters(), lr=1e-4)
        self.optimD = torch.optim.Adam(D.parameters(), lr=1e-4)

    @torch.no_grad()
    def generate(self, n):
        return self.G(torch.randn(n, self.z_dim))

    def d_step(self, real):
        scores = self.D(torch.cat([real, self.generate(len(real))]))
        target = torch.cat([torch.ones(len(real), 1), torch.zeros(len(real), 1)])
        loss = F.binary_cross_entropy_with_logits(scores, target)
        self.optimD.zero_grad()
        loss.backward()
        self.optimD.step()
        return loss.item()

    def g_step(self, n):
        scores = self.D(self.G(torch.randn(n, self.z_dim)))
        loss = F.binary_cross_entropy_with_logits(scores, torch.ones_like(scores))
        self.optimG.zero_grad()
        loss.backward()
        self.optimG.step()
        return loss.item()

    def fit(self, loader, epochs):
        torch.manual_seed(50)
        self.G.train()
        self.D.train()
        for epoch in range(epochs):
            for (rows,) in loader:
                d, g = self.d_step(rows), self.g_step(len(rows))
            print(epoch, round(d, 3), round(g, 3))
