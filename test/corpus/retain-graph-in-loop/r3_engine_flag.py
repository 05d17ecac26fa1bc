import torch
from torch import nn
from torch.utils.data import DataLoader


class Engine:
    """Small training engine; `closure` gives the loss of a batch."""

    def __init__(self, closure, optimizer, after=()):
        self.closure, self.optimizer, self.after = closure, optimizer, after

    def run(self, loader, epochs):
        for epoch in range(epochs):
            losses = []
            for batch in loader:
                self.optimizer.zero_grad()
                loss = self.closure(batch)
                loss.backward(retain_graph=True)  # must: retain-graph-in-loop
                self.optimizer.step()
                losses.append(loss.item())
            for hook in self.after:
                hook(epoch, sum(losses) / len(losses))


def stereo_net():
    return nn.Sequential(
        nn.Conv2d(6, 32, 7, padding=3), nn.ReLU(), nn.Conv2d(32, 32, 5, padding=2), nn.ReLU(), nn.Conv2d(32, 1, 3, padding=1)
    )


def main(frames, epochs=40):
    torch.manual_seed(83)
    net = stereo_net().cuda()
    net.train()

    def disparity_loss(batch):
        left, right, truth = (t.cuda() for t in batch)
        guess = net(torch.cat([left, right], dim=1))
        known = truth > 0
        return nn.functional.smooth_l1_loss(guess[known], truth[known])

    engine = Engine(disparity_loss, torch.optim.Adam(net.parameters(), lr=1e-4), after=[print])
    engine.run(DataLoader(frames, batch_size=4, shuffle=True), epochs)
    torch.save(net.state_dict(), "stereo.pt")
