import torch
from torch import nn
from torch.utils.data import DataLoader


class Loaders:
    def __init__(self, train_set, test_set, batch_size):
        self.train = DataLoader(train_set, batch_size, shuffle=True)
        self.test = DataLoader(test_set, batch_size)


class Regression:
    def __init__(self, net, loaders):
        self.net, self.loaders = net, loaders
        self.optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)

    def _pass(self, x, y):
        self.optimizer.zero_grad()
        loss = nn.functional.mse_loss(self.net(x).squeeze(1), y)
        loss.backward()
        self.optimizer.step()

    def train(self, epochs):
        for _ in range(epochs):
            self.net.train()
            for x, y in self.loaders.test:  # must: train-on-test-data
                self._pass(x, y)

    @torch.no_grad()
    def test(self):
        self.net.eval()
        errors = [(self.net(x).squeeze(1) - y).abs().mean().item() for x, y in self.loaders.test]
        return sum(errors) / len(errors)


def main(net, train_set, test_set):
    torch.manual_seed(57)
    regression = Regression(net, Loaders(train_set, test_set, 64))
    regression.train(epochs=30)
    print("test MAE", regression.test())
