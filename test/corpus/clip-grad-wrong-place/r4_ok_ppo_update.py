import torch
from torch import nn


def update(policy, optimizer, rollout, epochs=10, batch=64, clip=0.2, value_weight=0.5, entropy_weight=0.01, limit=0.5):
    """Several passes of PPO over one rollout; gradients are cut between backward and step."""
    policy.train()
    for _ in range(epochs):
        for rows in torch.randperm(len(rollout["state"])).split(batch):
            part = {key: value[rows] for key, value in rollout.items()}
            distribution, value = policy(part["state"])
            log_p = distribution.log_prob(part["action"])
            ratio = (log_p - part["log_p"]).exp()
            gain = torch.min(ratio * part["advantage"], ratio.clamp(1 - clip, 1 + clip) * part["advantage"]).mean()
            value_loss = (value.squeeze(-1) - part["returns"]).pow(2).mean()
            loss = value_weight * value_loss - gain - entropy_weight * distribution.entropy().mean()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(policy.parameters(), limit)
            optimizer.step()
            drift = (part["log_p"] - log_p).mean().item()
        if drift > 0.02:
            break
