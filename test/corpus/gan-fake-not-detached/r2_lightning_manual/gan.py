# main
import lightning as L
import torch

from parts import Discriminator, Generator, hinge


class HingeGAN(L.LightningModule):
    def __init__(self, latent=64):
        super().__init__()
        self.automatic_optimization = False
        self.latent = latent
        self.generator = Generator(latent)
        self.discriminator = Discriminator()

    def training_step(self, batch, batch_idx):
        opt_g, opt_d = self.optimizers()
        real = batch[0].flatten(1)
        z = torch.randn(len(real), self.latent, device=self.device)

        d_loss = hinge(
            self.discriminator(real),
            self.discriminator(self.generator(z)),  # must: gan-fake-not-detached
        )
        opt_d.zero_grad()
        self.manual_backward(d_loss)
        opt_d.step()

        g_loss = -self.discriminator(self.generator(z)).mean()
        opt_g.zero_grad()
        self.manual_backward(g_loss)
        opt_g.step()

    def configure_optimizers(self):
        return (
            torch.optim.Adam(self.generator.parameters(), lr=1e-4, betas=(0.0, 0.9)),
            torch.optim.Adam(self.discriminator.parameters(), lr=4e-4, betas=(0.0, 0.9)),
        )
