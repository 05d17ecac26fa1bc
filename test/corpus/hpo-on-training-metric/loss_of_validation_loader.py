"""The returned `loss` is a mean over the loader that no weight has learned from."""
import optuna
import torch
from torch import nn
from torch.nn import functional as F


def fit(net, loader, lr, epochs):
    opt = torch.optim.AdamW(net.parameters(), lr=lr)
    for _ in range(epochs):
        net.train()
        for x, y in loader:
            loss = F.cross_entropy(net(x), y)
            opt.zero_grad()
            loss.backward()
            opt.step()
    return net


@torch.inference_mode()
def mean_loss(net, loader):
    net.eval()
    return sum(F.cross_entropy(net(x), y).item() for x, y in loader) / len(loader)


def tune(train_loader, valid_loader, n_in, n_out, trials=25, seed=0):
    def objective(trial):
        torch.manual_seed(seed)
        hidden = trial.suggest_int("hidden", 16, 256, log=True)
        p = trial.suggest_float("dropout", 0.0, 0.6)
        net = nn.Sequential(nn.Linear(n_in, hidden), nn.ReLU(), nn.Dropout(p), nn.Linear(hidden, n_out))
        fit(net, train_loader, trial.suggest_float("lr", 1e-4, 1e-2, log=True), epochs=8)
        loss = mean_loss(net, valid_loader)
        return loss

    study = optuna.create_study(sampler=optuna.samplers.TPESampler(seed=seed))
    study.optimize(objective, n_trials=trials)
    return study.best_params
