import torch
from torch import nn


class Vocoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.up = nn.Sequential(
            nn.ConvTranspose1d(80, 128, 16, stride=8, padding=4), nn.LeakyReLU(0.1),
            nn.ConvTranspose1d(128, 1, 32, stride=16, padding=8), nn.Tanh(),
        )

    def forward(self, mel):
        return self.up(mel)


class WaveCritic(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Conv1d(1, 32, 41, stride=4), nn.LeakyReLU(0.1), nn.Conv1d(32, 1, 41, stride=4))

    def forward(self, wave):
        return self.net(wave)


class VocoderTrainer:
    def __init__(self, args):
        torch.manual_seed(args.seed)
        self.vocoder, self.critic = Vocoder(), WaveCritic()
        self.optim_v = torch.optim.AdamW(self.vocoder.parameters(), args.lr, betas=(0.8, 0.99))
        self.optim_c = torch.optim.AdamW(self.critic.parameters(), args.lr, betas=(0.8, 0.99))
        self.args = args

    def critic_step(self, wave, made):
        self.optim_c.zero_grad()
        on_real = (self.critic(wave) - 1).pow(2).mean()
        on_made = self.critic(made).pow(2).mean()  # must: gan-fake-not-detached
        (on_real + on_made).backward()
        self.optim_c.step()

    def vocoder_step(self, mel, wave):
        self.optim_v.zero_grad()
        made = self.vocoder(mel)
        loss = (self.critic(made) - 1).pow(2).mean() + 45 * nn.functional.l1_loss(made, wave)
        loss.backward()
        self.optim_v.step()
        return loss.item()

    def train(self, loader):
        for epoch in range(self.args.epochs):
            for mel, wave in loader:
                self.critic_step(wave, self.vocoder(mel))
                loss = self.vocoder_step(mel, wave)
            print(epoch, loss)
