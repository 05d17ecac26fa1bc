import torch
import torch.nn.functional as F


def train_vocoder(net_g, msd, loader, mel_fn, cfg):
    """Adversarial training of a vocoder with a list of discriminator outputs."""
    torch.manual_seed(cfg.seed)
    opt_g = torch.optim.AdamW(net_g.parameters(), cfg.lr, betas=[0.8, 0.99])
    opt_d = torch.optim.AdamW(msd.parameters(), cfg.lr, betas=[0.8, 0.99])
    net_g.train()
    msd.train()
    for epoch in range(cfg.epochs):
        for mel, audio in loader:
            mel, audio = mel.cuda(), audio.cuda()
            generated = net_g(mel)

            opt_d.zero_grad()
            loss_d = 0
            for real_score, fake_score in zip(msd(audio), msd(generated)):  # must: gan-fake-not-detached
                loss_d = loss_d + F.mse_loss(real_score, torch.ones_like(real_score)) + (fake_score**2).mean()
            loss_d.backward()
            opt_d.step()

            opt_g.zero_grad()
            generated = net_g(mel)
            loss_g = cfg.mel_weight * F.l1_loss(mel_fn(generated), mel)
            for score in msd(generated):
                loss_g = loss_g + ((1 - score) ** 2).mean()
            loss_g.backward()
            opt_g.step()
        print(epoch, loss_d.item(), loss_g.item())
