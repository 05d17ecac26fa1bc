"""The sum is what is differentiated: multi-task terms, time steps, tasks of a meta batch."""
import torch
import torch.nn.functional as F
from torch import nn


def multi_task(model, loader, opt, heads):
    for x, targets in loader:
        h = model(x)
        loss = 0.0
        for name, head in heads.items():
            loss += F.mse_loss(head(h), targets[name])
        opt.zero_grad()
        loss.backward()
        opt.step()


def recurrent(cell, readout, sequences, opt):
    for seq, target in sequences:
        h = torch.zeros(seq.size(0), 64)
        total_loss = 0
        for t in range(seq.size(1)):
            h = cell(seq[:, t], h)
            total_loss = total_loss + F.cross_entropy(readout(h), target[:, t])
        opt.zero_grad()
        total_loss.backward()
        opt.step()


def listed(model, batches, opt):
    for views, y in batches:
        losses = []
        for view in views:
            losses.append(F.cross_entropy(model(view), y))
        opt.zero_grad()
        torch.stack(losses).mean().backward()
        opt.step()


def meta(model, sampler, opt, steps, tasks_per_step=4):
    for _ in range(steps):
        outer_loss = torch.zeros(())
        for _ in range(tasks_per_step):
            (xs, ys), (xq, yq) = sampler()
            params = dict(model.named_parameters())
            inner = F.mse_loss(torch.func.functional_call(model, params, (xs,)), ys)
            grads = torch.autograd.grad(inner, list(params.values()), create_graph=True)
            adapted = {k: p - 0.01 * g for (k, p), g in zip(params.items(), grads)}
            outer_loss = outer_loss + F.mse_loss(torch.func.functional_call(model, adapted, (xq,)), yq)
        opt.zero_grad()
        outer_loss.backward()
        opt.step()


def main(loader, sequences, batches, sampler):
    torch.manual_seed(0)
    trunk = nn.Linear(32, 64)
    heads = nn.ModuleDict({"age": nn.Linear(64, 1), "income": nn.Linear(64, 1)})
    multi_task(trunk, loader, torch.optim.Adam([*trunk.parameters(), *heads.parameters()]), heads)
    cell, readout = nn.GRUCell(16, 64), nn.Linear(64, 10)
    recurrent(cell, readout, sequences, torch.optim.Adam([*cell.parameters(), *readout.parameters()]))
    net = nn.Linear(8, 4)
    listed(net, batches, torch.optim.Adam(net.parameters()))
    regressor = nn.Sequential(nn.Linear(1, 40), nn.ReLU(), nn.Linear(40, 1))
    meta(regressor, sampler, torch.optim.Adam(regressor.parameters()), 1000)
