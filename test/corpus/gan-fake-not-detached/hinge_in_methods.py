import torch
import torch.nn.functional as F


class ImageToImage:
    def __init__(self, generator, discriminator, lambda_l1=100.0):
        self.G = generator
        self.D = discriminator
        self.lambda_l1 = lambda_l1
        self.opt_G = torch.optim.Adam(self.G.parameters(), 2e-4, (0.5, 0.999))
        self.opt_D = torch.optim.Adam(self.D.parameters(), 2e-4, (0.5, 0.999))

    def set_input(self, a, b):
        self.real_A, self.real_B = a, b

    def forward(self):
        self.fake_B = self.G(self.real_A)

    def backward_D(self):
        fake_AB = torch.cat((self.real_A, self.fake_B), 1)
        pred_fake = self.D(fake_AB)  # must: gan-fake-not-detached
        pred_real = self.D(torch.cat((self.real_A, self.real_B), 1))
        self.loss_D = F.relu(1 + pred_fake).mean() + F.relu(1 - pred_real).mean()
        self.loss_D.backward()

    def backward_G(self):
        pred = self.D(torch.cat((self.real_A, self.fake_B), 1))
        self.loss_G = -pred.mean() + self.lambda_l1 * F.l1_loss(self.fake_B, self.real_B)
        self.loss_G.backward()

    def optimize(self):
        self.opt_D.zero_grad()
        self.opt_G.zero_grad()
        self.forward()
        self.backward_D()
        self.opt_D.step()
        self.forward()
        self.opt_G.zero_grad()
        self.backward_G()
        self.opt_G.step()


def train(model, loader, epochs):
    torch.manual_seed(13)
    model.G.train()
    model.D.train()
    for _ in range(epochs):
        for a, b in loader:
            model.set_input(a, b)
            model.optimize()
