import copy

import torch


def dqn(online, replay, gamma=0.99, sync_every=500, steps=100_000):
    target = copy.deepcopy(online).requires_grad_(False)
    target.eval()
    opt = torch.optim.Adam(online.parameters(), lr=1e-4)
    online.train()
    for step in range(steps):
        s, a, r, s2, done = replay.sample(64)
        with torch.no_grad():
            y = r + gamma * (1 - done) * target(s2).amax(1)
        loss = torch.nn.functional.mse_loss(online(s).gather(1, a.unsqueeze(1)).squeeze(1), y)
        opt.zero_grad()
        loss.backward()
        opt.step()
        if (step + 1) % sync_every == 0:
            target.load_state_dict(online.state_dict())
            target.eval()
            print(step, loss.item())
