import lightning as L
import torch
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR


class Denoiser(L.LightningModule):
    def __init__(self, net, lr=1e-3, warmup=500):
        super().__init__()
        self.save_hyperparameters(ignore=["net"])
        self.net = net

    def training_step(self, batch, batch_idx):
        noisy, clean = batch
        return nn.functional.l1_loss(self.net(noisy), clean)

    def configure_optimizers(self):
        optimizer = torch.optim.AdamW(self.parameters(), lr=self.hparams.lr)
        steps = int(self.trainer.estimated_stepping_batches)
        schedule = SequentialLR(
            optimizer,
            [
                LinearLR(optimizer, 0.01, total_iters=self.hparams.warmup),
                CosineAnnealingLR(optimizer, T_max=steps - self.hparams.warmup),
            ],
            milestones=[self.hparams.warmup],
        )
        return {"optimizer": optimizer, "lr_scheduler": {"scheduler": schedule, "interval": "step"}}
