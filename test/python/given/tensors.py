"""Tensors, data sets, loaders and networks of PyTorch."""

import os
from types import SimpleNamespace

import torch
import torch.distributed
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(7)


def classes(count, kinds=2):
    """Labels from 0, each about as often as the others."""
    return torch.arange(count) % kinds


def pairs(inputs, targets):
    return TensorDataset(inputs, targets)


def batches(inputs, targets, size=8):
    return DataLoader(pairs(inputs, targets), batch_size=size)


def linear(inputs, outputs):
    return nn.Sequential(nn.Flatten(), nn.Linear(inputs, outputs))


def sgd(model):
    return torch.optim.SGD(model.parameters(), lr=0.01)


def checkpoint(inputs, outputs, epoch=3):
    """What a run that was cut off has left, with the state that Adam has after a step."""
    model = nn.Linear(inputs, outputs)
    optimizer = torch.optim.Adam(model.parameters())
    model(torch.ones(1, inputs)).sum().backward()
    optimizer.step()
    return {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch}


def in_one_process(value):
    """The same value, after the start of a group of one process, which distributed training asks for."""
    place = f"file://{os.path.abspath('process-group')}"
    torch.distributed.init_process_group("gloo", init_method=place, rank=0, world_size=1)
    return value


class Decoder(nn.Module):
    """Takes a code and what it must say, and answers with its loss, as models of text do."""

    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(2, 2)

    def forward(self, code, text):
        return SimpleNamespace(loss=nn.functional.cross_entropy(self.layer(code), text))


def graph(nodes=10):
    """A ring, as the libraries for graphs hold one."""
    here = torch.arange(nodes)
    return SimpleNamespace(
        x=torch.randn(nodes, 4), y=classes(nodes), edge_index=torch.stack([here, here.roll(1)]), test_mask=here < 4
    )


class GraphNet(nn.Module):
    """Adds up the neighbours of each node, then classifies it."""

    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(4, 2)

    def forward(self, x, edge_index):
        source, target = edge_index
        return self.layer(x.index_add(0, target, x[source]))
