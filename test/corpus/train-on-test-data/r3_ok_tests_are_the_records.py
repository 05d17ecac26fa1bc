"""Wear of seals, learned from the records of bench tests: each record is the test of one seal."""
import lightning as L
import torch
from torch import nn
from torch.utils.data import ConcatDataset, DataLoader, random_split

from plant.records import BenchTests

PARTS = (0.7, 0.15, 0.15)


class Wear(L.LightningModule):
    def __init__(self, width):
        super().__init__()
        self.save_hyperparameters()
        self.net = nn.Sequential(nn.Linear(width, 64), nn.SiLU(), nn.Linear(64, 1))

    def training_step(self, batch, batch_idx):
        return nn.functional.huber_loss(self.net(batch[0]).squeeze(-1), batch[1])

    def validation_step(self, batch, batch_idx):
        self.log("val_mae", nn.functional.l1_loss(self.net(batch[0]).squeeze(-1), batch[1]))

    def test_step(self, batch, batch_idx):
        self.log("test_mae", nn.functional.l1_loss(self.net(batch[0]).squeeze(-1), batch[1]))

    def configure_optimizers(self):
        return torch.optim.AdamW(self.parameters(), lr=1e-3)


def main():
    L.seed_everything(15, workers=True)
    tests = BenchTests("bench_tests.parquet")
    learn, watch, final = random_split(tests, PARTS, generator=torch.Generator().manual_seed(15))
    trainer = L.Trainer(max_epochs=40, deterministic=True)
    model = Wear(tests.width)
    trainer.fit(model, DataLoader(learn, 64, shuffle=True), DataLoader(watch, 256))

    both = ConcatDataset([learn, watch])
    second = L.Trainer(max_epochs=40, deterministic=True)
    refit = Wear(tests.width)
    second.fit(refit, DataLoader(both, 64, shuffle=True))
    for name, candidate in (("first", model), ("refit", refit)):
        print(name, second.test(candidate, DataLoader(final, 256), verbose=False))


if __name__ == "__main__":
    main()
