"""Things with a step() that are no learning rate schedule: environments, profilers, diffusion samplers, annealers."""
import gymnasium as gym
import torch
import torch.nn.functional as F
from diffusers import DDIMScheduler, UNet2DModel
from torch import nn
from torch.profiler import profile, schedule


class BetaScheduler:
    def __init__(self, warmup):
        self.warmup, self.t = warmup, 0

    def step(self):
        self.t += 1

    @property
    def value(self):
        return min(1.0, self.t / self.warmup)


def q_learning(net, target, memory, episodes):
    env = gym.make("CartPole-v1")
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    for episode in range(episodes):
        state, _ = env.reset(seed=episode)
        done = False
        while not done:
            with torch.no_grad():
                action = net(torch.as_tensor(state)[None]).argmax(1).item()
            nxt, reward, terminated, truncated, _ = env.step(action)
            memory.push(state, action, reward, nxt, terminated)
            state, done = nxt, terminated or truncated
            s, a, r, s2, d = memory.sample(64)
            with torch.no_grad():
                goal = r + 0.99 * target(s2).max(1).values * (1 - d)
            loss = F.mse_loss(net(s).gather(1, a[:, None]).squeeze(1), goal)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()


def profiled(vae, loader):
    beta_scheduler = BetaScheduler(1000)
    optimizer = torch.optim.Adam(vae.parameters())
    with profile(schedule=schedule(wait=1, warmup=1, active=3)) as prof:
        for x in loader:
            prof.step()
            beta_scheduler.step()
            reconstruction, kl = vae(x)
            loss = F.mse_loss(reconstruction, x) + beta_scheduler.value * kl.mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()


def sample_and_guide(steps=50):
    scheduler = DDIMScheduler(num_train_timesteps=1000)
    unet = UNet2DModel.from_pretrained("google/ddpm-cifar10-32").eval()
    scheduler.set_timesteps(steps)
    image = torch.randn(1, 3, 32, 32)
    for t in scheduler.timesteps:
        with torch.no_grad():
            noise = unet(image, t).sample
        image = scheduler.step(noise, t, image).prev_sample
    return image


def main(memory):
    torch.manual_seed(0)
    net = nn.Sequential(nn.Linear(4, 64), nn.ReLU(), nn.Linear(64, 2))
    target = nn.Sequential(nn.Linear(4, 64), nn.ReLU(), nn.Linear(64, 2))
    target.load_state_dict(net.state_dict())
    q_learning(net, target, memory, 10)
