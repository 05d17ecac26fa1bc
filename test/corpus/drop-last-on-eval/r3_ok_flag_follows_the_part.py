import argparse

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


def loader_for(part, data, batch):
    training = part == "train"
    return DataLoader(TensorDataset(*data[part]), batch_size=batch, shuffle=training, drop_last=training)


def contrastive_epoch(net, loader, optimizer):
    """The negatives are the rest of the batch, so each batch has to be whole."""
    net.train()
    for a, b in loader:
        logits = net(a) @ net(b).T
        loss = nn.functional.cross_entropy(logits, torch.arange(loader.batch_size))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


@torch.inference_mode()
def mean_rank(net, loader):
    net.eval()
    a, b = (torch.cat(side) for side in zip(*((net(x), net(y)) for x, y in loader)))
    similarity = a @ b.T
    return (similarity > similarity.diagonal()[:, None]).sum(1).float().mean().item() + 1


if __name__ == "__main__":
    cli = argparse.ArgumentParser()
    cli.add_argument("file")
    cli.add_argument("--batch", type=int, default=256)
    args = cli.parse_args()
    torch.manual_seed(68)
    data = torch.load(args.file, map_location="cpu", weights_only=True)
    net = nn.Sequential(nn.Linear(512, 256), nn.BatchNorm1d(256), nn.ReLU(), nn.Linear(256, 64))
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    train, valid, test = (loader_for(part, data, args.batch) for part in ("train", "valid", "test"))
    for epoch in range(20):
        contrastive_epoch(net, train, optimizer)
        print(epoch, mean_rank(net, valid))
    print("test", mean_rank(net, test))
