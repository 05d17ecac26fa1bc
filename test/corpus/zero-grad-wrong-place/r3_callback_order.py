import torch
from torch import nn
from torch.utils.data import DataLoader


class Learner:
    def __init__(self, net, lr, device="cpu"):
        self.net = net.to(device)
        self.device = device
        self.sgd = torch.optim.SGD(self.net.parameters(), lr=lr, momentum=0.9, nesterov=True)
        self.hinge = nn.MultiMarginLoss()

    def _losses(self, batch):
        signal, kind = (b.to(self.device) for b in batch)
        margins = self.net(signal)
        return self.hinge(margins, kind), (margins.argmax(1) == kind).float().mean()

    def _update(self, loss):
        loss.backward()
        self.sgd.zero_grad()  # must: zero-grad-wrong-place
        self.sgd.step()

    def fit(self, signals, epochs):
        loader = DataLoader(signals, batch_size=48, shuffle=True)
        for epoch in range(epochs):
            self.net.train()
            meter = []
            for batch in loader:
                loss, acc = self._losses(batch)
                self._update(loss)
                meter.append(acc.item())
            print(f"epoch {epoch} acc {sum(meter) / len(meter):.3f}")


def ecg_net(leads=12, kinds=5):
    return nn.Sequential(
        nn.Conv1d(leads, 32, 15, stride=4), nn.ReLU(), nn.Conv1d(32, 64, 9, stride=4), nn.ReLU(),
        nn.AdaptiveAvgPool1d(1), nn.Flatten(), nn.Linear(64, kinds),
    )


def main(signals):
    torch.manual_seed(31)
    learner = Learner(ecg_net(), lr=0.01)
    learner.fit(signals, epochs=25)
    torch.save(learner.net.state_dict(), "ecg.pt")
