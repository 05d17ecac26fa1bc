import lightning.pytorch as pl
import torch
import torch.nn.functional as F
from torch import nn
from torch.optim.lr_scheduler import MultiStepLR


class Automatic(pl.LightningModule):
    def __init__(self):
        super().__init__()
        self.net = nn.Linear(28 * 28, 10)

    def training_step(self, batch, _):
        x, y = batch
        return F.cross_entropy(self.net(x.flatten(1)), y)

    def configure_optimizers(self):
        optimizer = torch.optim.SGD(self.parameters(), lr=0.1)
        return [optimizer], [{"scheduler": MultiStepLR(optimizer, [10, 20]), "interval": "epoch"}]


class ByHand(Automatic):
    def __init__(self):
        super().__init__()
        self.automatic_optimization = False

    def training_step(self, batch, batch_idx):
        optimizer, scheduler = self.optimizers(), self.lr_schedulers()
        loss = super().training_step(batch, batch_idx)
        optimizer.zero_grad()
        self.manual_backward(loss)
        optimizer.step()
        if self.trainer.is_last_batch:
            scheduler.step()


def main(loader):
    pl.seed_everything(0)
    for cls in (Automatic, ByHand):
        pl.Trainer(max_epochs=30).fit(cls(), loader)
