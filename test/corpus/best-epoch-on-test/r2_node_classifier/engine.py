import torch
import torch.nn.functional as F


def train_epoch(model, data, optimizer):
    model.train()
    optimizer.zero_grad()
    out = model(data.x, data.edge_index)
    loss = F.cross_entropy(out[data.train_mask], data.y[data.train_mask])
    loss.backward()
    optimizer.step()
    return loss.item()


@torch.no_grad()
def accuracy(model, data, mask):
    model.eval()
    pred = model(data.x, data.edge_index).argmax(dim=-1)
    return (pred[mask] == data.y[mask]).float().mean().item()
