import torch
from torch import nn


class SAC:
    def __init__(self, actor: nn.Module, q1: nn.Module, q2: nn.Module, lr: float = 3e-4) -> None:
        self.actor, self.q1, self.q2 = actor, q1, q2
        self.actor_optim = torch.optim.Adam(actor.parameters(), lr=lr)
        self.q1_optim = torch.optim.Adam(q1.parameters(), lr=lr)
        self.q2_optim = torch.optim.Adam(q2.parameters(), lr=lr)

    def update_critics(self, obs, act, target):
        q1_loss = nn.functional.mse_loss(self.q1(torch.cat([obs, act], -1)), target)
        self.q1_optim.zero_grad()
        q1_loss.backward()
        self.q1_optim.step()

        q2_loss = nn.functional.mse_loss(self.q2(torch.cat([obs, act], -1)), target)
        self.q2_optim.zero_grad()
        q2_loss.backward()
        self.q1_optim.step()  # must: wrong-optimizer-for-loss
        return q1_loss.item(), q2_loss.item()

    def pretrain_critics(self, dataset, returns):
        for critic, optim in ((self.q1, self.q1_optim), (self.q2, self.q2_optim)):
            loss = nn.functional.mse_loss(critic(dataset), returns)
            optim.zero_grad()
            loss.backward()
            optim.step()
