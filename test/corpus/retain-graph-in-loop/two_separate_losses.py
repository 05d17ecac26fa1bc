import torch
import torch.nn.functional as F


def ddpg_epoch(actor, critic, target_actor, target_critic, a_opt, c_opt, replay, n_updates, gamma=0.98):
    """Each loss has its own forward pass, so neither backward needs what the other left."""
    for _ in range(n_updates):
        s, a, r, s2 = replay.sample(128)
        with torch.no_grad():
            target = r + gamma * target_critic(s2, target_actor(s2))
        critic_loss = F.mse_loss(critic(s, a), target)
        c_opt.zero_grad()
        critic_loss.backward(retain_graph=True)  # must: retain-graph-in-loop
        c_opt.step()

        actor_loss = -critic(s, actor(s)).mean()
        a_opt.zero_grad()
        actor_loss.backward()
        a_opt.step()
