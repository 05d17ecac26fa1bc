"""Reptile-like meta learning: the outer gradients are those of all the tasks of a round, one step per round."""
import torch
import torch.nn.functional as F
from torch.func import functional_call


def meta_train(model, sample_tasks, rounds, tasks_per_round=8, inner_lr=0.01, outer_lr=1e-3):
    torch.manual_seed(31)
    meta_opt = torch.optim.Adam(model.parameters(), lr=outer_lr)
    model.train()
    for r in range(rounds):
        meta_opt.zero_grad()
        for support, query in sample_tasks(tasks_per_round):
            weights = dict(model.named_parameters())
            inner = F.mse_loss(functional_call(model, weights, (support[0],)), support[1])
            grads = torch.autograd.grad(inner, list(weights.values()), create_graph=True)
            fast = {name: w - inner_lr * g for (name, w), g in zip(weights.items(), grads)}
            outer = F.mse_loss(functional_call(model, fast, (query[0],)), query[1])
            (outer / tasks_per_round).backward()
        meta_opt.step()
        if r % 100 == 0:
            print(r, outer.item())


def full_batch(model, loader, epochs, n_rows):
    """Gradient descent on all the rows: one step an epoch."""
    torch.manual_seed(31)
    opt = torch.optim.SGD(model.parameters(), lr=0.1)
    model.train()
    for _ in range(epochs):
        opt.zero_grad()
        for x, y in loader:
            (F.mse_loss(model(x), y, reduction="sum") / n_rows).backward()
        opt.step()
