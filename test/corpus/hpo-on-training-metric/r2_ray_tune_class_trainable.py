import numpy as np
import torch
from ray import tune
from sklearn.model_selection import train_test_split
from torch import nn


class Trainable(tune.Trainable):
    def setup(self, config):
        torch.manual_seed(0)
        z = np.load("/data/spectra.npz")
        parts = train_test_split(z["x"].astype("float32"), z["y"].astype("float32"), random_state=0)
        self.x, self.x_val, self.y, self.y_val = map(torch.from_numpy, parts)
        self.net = nn.Sequential(nn.Linear(self.x.shape[1], config["width"]), nn.ReLU(), nn.Linear(config["width"], 1))
        self.opt = torch.optim.Adam(self.net.parameters(), lr=config["lr"])

    def step(self):
        self.net.train()
        self.opt.zero_grad()
        loss = nn.functional.mse_loss(self.net(self.x).squeeze(1), self.y)
        loss.backward()
        self.opt.step()
        return {"score": loss.item()}  # must: hpo-on-training-metric


tuner = tune.Tuner(
    Trainable,
    param_space={"width": tune.choice([16, 64, 256]), "lr": tune.loguniform(1e-4, 1e-1)},
    tune_config=tune.TuneConfig(metric="score", mode="min", num_samples=30),
    run_config=tune.RunConfig(stop={"training_iteration": 200}),
)
print(tuner.fit().get_best_result().config)
