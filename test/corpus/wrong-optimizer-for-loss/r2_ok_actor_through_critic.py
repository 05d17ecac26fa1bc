import torch
from torch import nn


def ddpg_update(actor, critic, actor_opt, critic_opt, batch, target_q):
    s, a = batch
    critic_loss = nn.functional.mse_loss(critic(torch.cat([s, a], 1)).squeeze(1), target_q)
    critic_opt.zero_grad()
    critic_loss.backward()
    critic_opt.step()

    actor_loss = -critic(torch.cat([s, actor(s)], 1)).mean()
    actor_opt.zero_grad()
    actor_loss.backward()
    actor_opt.step()


def learn(memory, obs=17, act=6, steps=10_000):
    actor = nn.Sequential(nn.Linear(obs, 256), nn.ReLU(), nn.Linear(256, act), nn.Tanh())
    critic = nn.Sequential(nn.Linear(obs + act, 256), nn.ReLU(), nn.Linear(256, 1))
    a_opt = torch.optim.Adam(actor.parameters(), 1e-4)
    c_opt = torch.optim.Adam(critic.parameters(), 1e-3)
    for _ in range(steps):
        s, a, q = memory.sample(128)
        ddpg_update(actor, critic, a_opt, c_opt, (s, a), q)
