# main
import pandas as pd
import torch

from arch import tabular


def ensemble(paths, columns):
    nets = []
    for path in paths:
        net = tabular(columns)
        net.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
        nets.append(net)
    return nets


def score(csv, paths):
    rows = pd.read_csv(csv)
    x = torch.tensor(rows.drop(columns=["id"]).to_numpy(), dtype=torch.float32)
    with torch.no_grad():
        rows["score"] = torch.stack([net(x).sigmoid() for net in ensemble(paths, x.shape[1])]).mean(0).squeeze(1).numpy()  # must: load-state-dict-without-mode
    return rows[["id", "score"]]


if __name__ == "__main__":
    score("june.csv", [f"fold{k}.pt" for k in range(5)]).to_csv("scores.csv", index=False)
