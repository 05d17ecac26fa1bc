"""Test is looked at in every epoch, but the epoch is chosen by validation."""
import argparse

import torch
import torch.nn.functional as F
from ogb.nodeproppred import Evaluator, PygNodePropPredDataset
from torch_geometric.nn import SAGEConv


class Sage(torch.nn.Module):
    def __init__(self, d_in, d_hidden, d_out, p):
        super().__init__()
        self.a, self.b, self.p = SAGEConv(d_in, d_hidden), SAGEConv(d_hidden, d_out), p

    def forward(self, x, edges):
        x = F.dropout(self.a(x, edges).relu(), p=self.p, training=self.training)
        return self.b(x, edges)


@torch.no_grad()
def scores(model, data, idx, evaluator):
    model.eval()
    pred = model(data.x, data.edge_index).argmax(dim=-1, keepdim=True)
    return {part: evaluator.eval({"y_true": data.y[rows], "y_pred": pred[rows]})["acc"] for part, rows in idx.items()}


def main(args):
    torch.manual_seed(args.seed)
    dataset = PygNodePropPredDataset("ogbn-arxiv")
    data, idx = dataset[0], dataset.get_idx_split()
    model = Sage(data.num_features, args.hidden, dataset.num_classes, args.dropout)
    optimizer = torch.optim.Adam(model.parameters(), lr=args.lr)
    evaluator = Evaluator("ogbn-arxiv")
    best_valid = final_test = 0.0
    for epoch in range(args.epochs):
        model.train()
        optimizer.zero_grad()
        out = model(data.x, data.edge_index)[idx["train"]]
        loss = F.cross_entropy(out, data.y[idx["train"]].squeeze(1))
        loss.backward()
        optimizer.step()
        result = scores(model, data, idx, evaluator)
        if result["valid"] > best_valid:
            best_valid = result["valid"]
            final_test = result["test"]
    print(f"valid {best_valid:.4f} test {final_test:.4f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--hidden", type=int, default=256)
    parser.add_argument("--dropout", type=float, default=0.5)
    parser.add_argument("--lr", type=float, default=0.01)
    parser.add_argument("--epochs", type=int, default=300)
    main(parser.parse_args())
