import json
import sys

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

LOSSES = {"bce": nn.BCEWithLogitsLoss, "mse": nn.MSELoss, "huber": nn.SmoothL1Loss}


class ChurnNet(nn.Module):
    def __init__(self, numeric, levels):
        super().__init__()
        self.tables = nn.ModuleList([nn.Embedding(n, min(50, n // 2 + 1)) for n in levels])
        width = numeric + sum(t.embedding_dim for t in self.tables)
        self.net = nn.Sequential(nn.Linear(width, 200), nn.ReLU(), nn.Dropout(0.1), nn.Linear(200, 1), nn.Sigmoid())

    def forward(self, numbers, codes):
        parts = [table(codes[:, i]) for i, table in enumerate(self.tables)]
        return self.net(torch.cat([numbers, *parts], dim=1)).squeeze(1)


def main(config_path):
    with open(config_path) as f:
        config = json.load(f)
    torch.manual_seed(config["seed"])
    rows = torch.load(config["rows"], map_location="cpu", weights_only=True)
    loader = DataLoader(TensorDataset(rows["numbers"], rows["codes"], rows["left"]), batch_size=512, shuffle=True)
    net = ChurnNet(rows["numbers"].shape[1], config["levels"])
    criterion = LOSSES["bce"](pos_weight=torch.tensor(config["pos_weight"]))
    optimizer = torch.optim.Adam(net.parameters(), lr=config["lr"])
    for epoch in range(config["epochs"]):
        net.train()
        for numbers, codes, left in loader:
            optimizer.zero_grad()
            churn = net(numbers, codes)
            loss = criterion(churn, left.float())  # must: sigmoid-with-bceloss
            loss.backward()
            optimizer.step()
        print(json.dumps({"epoch": epoch, "loss": loss.item()}))
    torch.save(net.state_dict(), config["out"])


if __name__ == "__main__":
    main(sys.argv[1])
