import lightning as L
import optuna
import torch
from lightning.pytorch.callbacks import LearningRateMonitor
from torch import nn
from torch.utils.data import DataLoader

from seabed.data import SonarPatches

L.seed_everything(0)


class Net(L.LightningModule):
    def __init__(self, lr, width):
        super().__init__()
        self.save_hyperparameters()
        self.net = nn.Sequential(nn.Flatten(), nn.Linear(64 * 64, width), nn.ReLU(), nn.Dropout(0.2), nn.Linear(width, 6))

    def training_step(self, batch, _):
        loss = nn.functional.cross_entropy(self.net(batch[0]), batch[1])
        self.log("train_loss", loss, on_epoch=True, on_step=False)
        return loss

    def validation_step(self, batch, _):
        self.log("val_loss", nn.functional.cross_entropy(self.net(batch[0]), batch[1]))

    def configure_optimizers(self):
        return torch.optim.AdamW(self.parameters(), self.hparams.lr)


def objective(trial):
    lr = trial.suggest_float("lr", 1e-5, 1e-1, log=True)
    model = Net(lr, trial.suggest_categorical("width", [32, 64, 128, 256]))
    trainer = L.Trainer(max_epochs=10, enable_progress_bar=False, callbacks=[LearningRateMonitor()])
    train = DataLoader(SonarPatches("train"), 64, shuffle=True)
    trainer.fit(model, train, DataLoader(SonarPatches("val"), 256))
    return trainer.callback_metrics["train_loss"].item()  # must: hpo-on-training-metric


if __name__ == "__main__":
    study = optuna.create_study(direction="minimize", sampler=optuna.samplers.TPESampler(seed=0))
    study.optimize(objective, n_trials=40)
    print(study.best_params)
