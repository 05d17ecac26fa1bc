import optuna
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

blob = torch.load("chords.pt", map_location="cpu", weights_only=True)
train_dl = DataLoader(TensorDataset(blob["xt"], blob["yt"]), batch_size=64, shuffle=True)
valid_dl = DataLoader(TensorDataset(blob["xv"], blob["yv"]), batch_size=256)


def run_epoch(net, loader, opt=None):
    net.train(opt is not None)
    total = 0.0
    with torch.set_grad_enabled(opt is not None):
        for x, y in loader:
            loss = nn.functional.cross_entropy(net(x), y)
            if opt is not None:
                opt.zero_grad()
                loss.backward()
                opt.step()
            total += loss.item() * len(y)
    return total / len(loader.dataset)


def objective(trial: optuna.Trial) -> float:
    torch.manual_seed(0)
    width = trial.suggest_categorical("width", [32, 64, 128])
    net = nn.Sequential(nn.Linear(84, width), nn.ReLU(), nn.Dropout(trial.suggest_float("p", 0, 0.6)), nn.Linear(width, 24))
    opt = torch.optim.AdamW(net.parameters(), lr=trial.suggest_float("lr", 1e-4, 1e-2, log=True))
    for epoch in range(15):
        train_loss = run_epoch(net, train_dl, opt)
        valid_loss = run_epoch(net, valid_dl)
        trial.set_user_attr("train_loss", train_loss)
        trial.report(valid_loss, epoch)
        if trial.should_prune():
            raise optuna.TrialPruned()
    return valid_loss


study = optuna.create_study(direction="minimize", sampler=optuna.samplers.TPESampler(seed=0))
study.optimize(objective, n_trials=50)
print(study.best_params)
