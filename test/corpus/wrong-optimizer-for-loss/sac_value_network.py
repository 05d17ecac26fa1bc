import torch
import torch.nn.functional as F
from torch.optim import Adam


class Agent:
    def __init__(self, policy, q_net, value_net, target_value_net, lr=3e-4):
        self.policy = policy
        self.q_net = q_net
        self.value_net = value_net
        self.target_value_net = target_value_net
        self.policy_optim = Adam(self.policy.parameters(), lr=lr)
        self.q_optim = Adam(self.q_net.parameters(), lr=lr)
        self.value_optim = Adam(self.value_net.parameters(), lr=lr)

    def update_parameters(self, memory, batch_size, gamma=0.99, alpha=0.2):
        state, action, reward, next_state, mask = memory.sample(batch_size)

        with torch.no_grad():
            backup = reward + mask * gamma * self.target_value_net(next_state)
        q_loss = F.mse_loss(self.q_net(state, action), backup)
        self.q_optim.zero_grad()
        q_loss.backward()
        self.q_optim.step()

        with torch.no_grad():
            new_action, log_prob = self.policy.sample(state)
            expected = self.q_net(state, new_action) - alpha * log_prob
        value_loss = F.mse_loss(self.value_net(state), expected)
        self.value_optim.zero_grad()
        value_loss.backward()
        self.q_optim.step()  # must: wrong-optimizer-for-loss

        new_action, log_prob = self.policy.sample(state)
        policy_loss = (alpha * log_prob - self.q_net(state, new_action)).mean()
        self.policy_optim.zero_grad()
        policy_loss.backward()
        self.policy_optim.step()
        return q_loss.item(), value_loss.item(), policy_loss.item()
