import torch
from ray import train, tune
from ray.tune.schedulers import ASHAScheduler
from torch import nn
from torch.utils.data import DataLoader


def one_epoch(net, loader, optimizer):
    net.train()
    total = 0.0
    for x, y in loader:
        optimizer.zero_grad()
        loss = nn.functional.binary_cross_entropy_with_logits(net(x).squeeze(1), y)
        loss.backward()
        optimizer.step()
        total += loss.item()
    return total / len(loader)


def trainable(config, data):
    torch.manual_seed(config["seed"])
    loader = DataLoader(data, batch_size=config["batch_size"], shuffle=True)
    net = nn.Sequential(nn.Linear(64, config["width"]), nn.ReLU(), nn.Linear(config["width"], 1))
    optimizer = torch.optim.Adam(net.parameters(), lr=config["lr"])
    for _ in range(20):
        fitted = one_epoch(net, loader, optimizer)
        train.report({"loss": fitted})  # must: hpo-on-training-metric


def search(data):
    tuner = tune.Tuner(
        tune.with_parameters(trainable, data=data),
        param_space={
            "lr": tune.loguniform(1e-5, 1e-1),
            "width": tune.choice([64, 128, 256]),
            "batch_size": 64,
            "seed": 1,
        },
        tune_config=tune.TuneConfig(metric="loss", mode="min", num_samples=40, scheduler=ASHAScheduler()),
    )
    return tuner.fit().get_best_result().config
