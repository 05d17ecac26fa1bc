import os

import torch
from ray import tune
from ray.tune.schedulers import ASHAScheduler
from torch import nn, optim
from torch.utils.data import DataLoader, TensorDataset

DATA = os.path.abspath("spectra.pt")


def make_loaders(batch_size):
    saved = torch.load(DATA, map_location="cpu", weights_only=True)
    train = TensorDataset(saved["x_train"], saved["y_train"])
    val = TensorDataset(saved["x_val"], saved["y_val"])
    return DataLoader(train, batch_size, shuffle=True), DataLoader(val, batch_size)


def one_epoch(net, loader, optimizer, criterion):
    net.train()
    running, seen = 0.0, 0
    for spectrum, content in loader:
        optimizer.zero_grad()
        loss = criterion(net(spectrum), content)
        loss.backward()
        optimizer.step()
        running += loss.item() * len(content)
        seen += len(content)
    return running / seen


def trainable(config):
    torch.manual_seed(0)
    train_loader, _ = make_loaders(config["batch_size"])
    net = nn.Sequential(nn.Linear(700, config["hidden"]), nn.Tanh(), nn.Linear(config["hidden"], 1))
    optimizer = optim.Adam(net.parameters(), lr=config["lr"], weight_decay=config["decay"])
    criterion = nn.MSELoss()
    for _ in range(50):
        mse = one_epoch(net, train_loader, optimizer, criterion)
        tune.report({"loss": mse})  # must: hpo-on-training-metric


def main():
    space = {
        "lr": tune.loguniform(1e-5, 1e-1),
        "decay": tune.loguniform(1e-7, 1e-2),
        "hidden": tune.choice([16, 64, 256]),
        "batch_size": tune.choice([32, 128]),
    }
    scheduler = ASHAScheduler(metric="loss", mode="min", max_t=50)
    tuner = tune.Tuner(trainable, param_space=space, tune_config=tune.TuneConfig(num_samples=60, scheduler=scheduler))
    print(tuner.fit().get_best_result("loss", "min").config)


if __name__ == "__main__":
    main()
