import torch
import torch.nn.functional as F
from torch import nn
from torch_geometric.nn import SAGEConv


class SAGE(nn.Module):
    def __init__(self, in_channels, hidden, out, dropout=0.5):
        super().__init__()
        self.conv1 = SAGEConv(in_channels, hidden)
        self.conv2 = SAGEConv(hidden, out)
        self.dropout = dropout

    def forward(self, x, adj_t):
        x = F.relu(self.conv1(x, adj_t))
        x = F.dropout(x, p=self.dropout, training=self.training)
        return self.conv2(x, adj_t)


class LinkPredictor(nn.Module):
    def __init__(self, channels, hidden, dropout=0.5):
        super().__init__()
        self.lin1 = nn.Linear(channels, hidden)
        self.lin2 = nn.Linear(hidden, 1)
        self.dropout = dropout

    def forward(self, x_i, x_j):
        x = F.relu(self.lin1(x_i * x_j))
        x = F.dropout(x, p=self.dropout, training=self.training)
        return self.lin2(x).squeeze(-1)


def train(model, predictor, data, batches, optimizer):
    model.train()
    predictor.train()
    for pos, neg in batches:
        optimizer.zero_grad()
        h = model(data.x, data.adj_t)
        logits = torch.cat([predictor(h[pos[0]], h[pos[1]]), predictor(h[neg[0]], h[neg[1]])])
        target = torch.cat([torch.ones(pos.size(1)), torch.zeros(neg.size(1))])
        loss = F.binary_cross_entropy_with_logits(logits, target)
        loss.backward()
        optimizer.step()


@torch.no_grad()
def test(model, predictor, data, split_edge, evaluator):
    model.eval()
    h = model(data.x, data.adj_t)
    scores = []
    for edge in split_edge["test"]:
        scores.append(predictor(h[edge[0]], h[edge[1]]).cpu())  # must: missing-eval-mode
    return evaluator.eval(torch.cat(scores))


def main(data, batches, split_edge, evaluator):
    torch.manual_seed(12)
    model = SAGE(data.num_features, 256, 256)
    predictor = LinkPredictor(256, 256)
    optimizer = torch.optim.Adam(list(model.parameters()) + list(predictor.parameters()), lr=0.005)
    for epoch in range(1, 101):
        train(model, predictor, data, batches, optimizer)
        if epoch % 10 == 0:
            print(epoch, test(model, predictor, data, split_edge, evaluator))
