import lightning as L
import torch
import torch.nn.functional as F
from torch import nn


class Lit(L.LightningModule):
    def __init__(self):
        super().__init__()
        self.net = nn.Linear(10, 2)
        self.outputs = []

    def training_step(self, batch, _):
        x, y = batch
        loss = F.cross_entropy(self.net(x), y)
        self.log("loss", loss, on_epoch=True)
        return loss

    def validation_step(self, batch, _):
        # Lightning validates without gradients.
        x, y = batch
        loss = F.cross_entropy(self.net(x), y)
        self.outputs.append(loss)
        return loss

    def on_validation_epoch_end(self):
        self.log("val", torch.stack(self.outputs).mean())
        self.outputs.clear()

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters())


def truncated_bptt(rnn, out, stream, opt, every=35):
    """The sum is reset after each backward pass."""
    hidden, loss = None, 0
    for t, (x, y) in enumerate(stream, 1):
        h, hidden = rnn(x, hidden)
        loss = loss + F.cross_entropy(out(h).flatten(0, 1), y.flatten())
        if t % every == 0:
            opt.zero_grad()
            loss.backward()
            opt.step()
            hidden = hidden.detach()
            loss = 0


def main(stream):
    L.seed_everything(0)
    rnn, out = nn.GRU(32, 64, batch_first=True), nn.Linear(64, 1000)
    truncated_bptt(rnn, out, stream, torch.optim.Adam([*rnn.parameters(), *out.parameters()]))
