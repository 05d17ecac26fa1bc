import logging

import torch
import torch.nn.functional as F
from torch_geometric.nn import GATConv

logger = logging.getLogger(__name__)


class Gat(torch.nn.Module):
    def __init__(self, features, classes, heads=8):
        super().__init__()
        self.one = GATConv(features, 8, heads=heads, dropout=0.6)
        self.two = GATConv(8 * heads, classes, dropout=0.6)

    def forward(self, data):
        x = F.dropout(data.x, p=0.6, training=self.training)
        x = F.elu(self.one(x, data.edge_index))
        x = F.dropout(x, p=0.6, training=self.training)
        return self.two(x, data.edge_index)


@torch.no_grad()
def score(model, data, mask):
    model.eval()
    out = model(data).argmax(1)
    return (out[mask] == data.y[mask]).float().mean().item()


def train(model, data, epochs=400):
    optimizer = torch.optim.Adam(model.parameters(), lr=5e-3, weight_decay=5e-4)
    best = (0.0, 0, None)
    for epoch in range(epochs):
        model.train()
        optimizer.zero_grad()
        loss = F.cross_entropy(model(data)[data.train_mask], data.y[data.train_mask])
        loss.backward()
        optimizer.step()
        val = score(model, data, data.val_mask)
        if val > best[0]:
            best = (val, epoch, model.state_dict())  # must: best-weights-not-kept
            logger.info("epoch %d val %.4f", epoch, val)
    return best


def run(data, seed=0):
    torch.manual_seed(seed)
    model = Gat(data.num_features, int(data.y.max()) + 1)
    val, epoch, weights = train(model, data)
    model.load_state_dict(weights)
    return val, score(model, data, data.test_mask)
