import argparse

import torch

from rl import ReplayBuffer, make_env, q_network

parser = argparse.ArgumentParser()
parser.add_argument("--grad-clip", type=float, default=10.0)
parser.add_argument("--steps", type=int, default=50_000)
args = parser.parse_args()

env, buffer = make_env("CartPole-v1"), ReplayBuffer(10_000)
online, frozen = q_network(env), q_network(env)
frozen.load_state_dict(online.state_dict())
frozen.eval()
online.train()
optim = torch.optim.RMSprop(online.parameters(), lr=2.5e-4)

for t in range(args.steps):
    buffer.collect(env, online)
    s, a, r, s2, d = buffer.sample(32)
    with torch.no_grad():
        goal = r + 0.99 * (1 - d) * frozen(s2).max(1).values
    q = online(s).gather(1, a[:, None]).squeeze(1)
    loss = torch.nn.functional.smooth_l1_loss(q, goal)
    optim.zero_grad()
    loss.backward()
    optim.step()
    torch.nn.utils.clip_grad_value_(online.parameters(), args.grad_clip)  # must: clip-grad-wrong-place
    if t % 1000 == 0:
        frozen.load_state_dict(online.state_dict())
        frozen.eval()
