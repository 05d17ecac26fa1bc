import torch
from accelerate import Accelerator


def wgan_critic(critic, real_loader, fake_batches, lr=5e-5, c=0.01):
    accelerator = Accelerator()
    opt = torch.optim.RMSprop(critic.parameters(), lr=lr)
    critic, opt, real_loader = accelerator.prepare(critic, opt, real_loader)
    critic.train()
    for real, fake in zip(real_loader, fake_batches):
        opt.zero_grad()
        loss = critic(fake.detach()).mean() - critic(real).mean()
        accelerator.backward(loss)
        if accelerator.sync_gradients:
            accelerator.clip_grad_norm_(critic.parameters(), 1.0)
        opt.step()
        with torch.no_grad():
            for w in critic.parameters():
                w.clamp_(-c, c)
