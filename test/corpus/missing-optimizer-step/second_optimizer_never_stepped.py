import torch
import torch.nn.functional as F
from torch.distributions import Normal


class PPO:
    def __init__(self, actor, critic, clip=0.2, epochs=10):
        self.actor, self.critic, self.clip, self.epochs = actor, critic, clip, epochs
        self.actor_opt = torch.optim.Adam(actor.parameters(), lr=3e-4)
        self.critic_opt = torch.optim.Adam(critic.parameters(), lr=1e-3)

    def learn(self, obs, actions, old_logp, returns, advantages):
        for _ in range(self.epochs):
            mean, log_std = self.actor(obs)
            logp = Normal(mean, log_std.exp()).log_prob(actions).sum(-1)
            ratio = (logp - old_logp).exp()
            clipped = ratio.clamp(1 - self.clip, 1 + self.clip) * advantages
            policy_loss = -torch.min(ratio * advantages, clipped).mean()
            self.actor_opt.zero_grad()
            policy_loss.backward()
            self.actor_opt.step()

            value_loss = F.mse_loss(self.critic(obs).squeeze(-1), returns)
            self.critic_opt.zero_grad()
            value_loss.backward()  # must: missing-optimizer-step
        return policy_loss.item(), value_loss.item()
