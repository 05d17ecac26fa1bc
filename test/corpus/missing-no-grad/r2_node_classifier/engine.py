# main
import torch
import torch.nn.functional as F

from model import GCN


def step(model, data, optimizer):
    model.train()
    optimizer.zero_grad()
    out = model(data.x, data.edge_index)
    loss = F.cross_entropy(out[data.train_mask], data.y[data.train_mask])
    loss.backward()
    optimizer.step()
    return loss.item()


def accuracy(model, data, mask):
    model.eval()
    pred = model(data.x, data.edge_index).argmax(dim=-1)  # must: missing-no-grad
    return (pred[mask] == data.y[mask]).float().mean().item()


def run(data, classes, epochs=200):
    model = GCN(data.num_features, 16, classes)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01, weight_decay=5e-4)
    for epoch in range(epochs):
        step(model, data, optimizer)
        if epoch % 10 == 0:
            print(epoch, accuracy(model, data, data.val_mask))
    print("test", accuracy(model, data, data.test_mask))
