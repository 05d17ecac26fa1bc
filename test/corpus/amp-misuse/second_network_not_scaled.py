import torch
from torch.cuda.amp import GradScaler, autocast


class SuperResolution:
    def __init__(self, generator, discriminator, pixel, adversarial):
        self.g, self.d = generator.cuda(), discriminator.cuda()
        self.pixel, self.adversarial = pixel, adversarial
        self.g_opt = torch.optim.Adam(self.g.parameters(), lr=1e-4)
        self.d_opt = torch.optim.Adam(self.d.parameters(), lr=1e-4)
        self.g_scaler, self.d_scaler = GradScaler(), GradScaler()

    def update(self, lr_image, hr_image):
        self.d_opt.zero_grad()
        with autocast():
            sr = self.g(lr_image)
            real, fake = self.d(hr_image), self.d(sr.detach())
            d_loss = self.adversarial(real, torch.ones_like(real)) + self.adversarial(fake, torch.zeros_like(fake))
        self.d_scaler.scale(d_loss).backward()
        self.d_scaler.step(self.d_opt)
        self.d_scaler.update()

        self.g_opt.zero_grad()
        with autocast():
            score = self.d(sr)
            g_loss = self.pixel(sr, hr_image) + 1e-3 * self.adversarial(score, torch.ones_like(score))
        g_loss.backward()  # must: amp-misuse
        self.g_scaler.step(self.g_opt)
        self.g_scaler.update()
        return d_loss.item(), g_loss.item()


def run(model, loader, epochs):
    torch.manual_seed(0)
    model.g.train()
    model.d.train()
    for _ in range(epochs):
        for low, high in loader:
            losses = model.update(low.cuda(), high.cuda())
        print(losses)
