import torch
import torch.nn.functional as F


def multi_task(trunk, heads, loader, opt, epochs):
    """Two backward passes through the same features: the first has to keep the graph."""
    torch.manual_seed(15)
    for _ in range(epochs):
        trunk.train()
        for x, y_a, y_b in loader:
            opt.zero_grad()
            h = trunk(x)
            loss_a = F.cross_entropy(heads["a"](h), y_a)
            loss_b = F.mse_loss(heads["b"](h).squeeze(1), y_b)
            loss_a.backward(retain_graph=True)
            loss_b.backward()
            opt.step()


def one_task_at_a_time(trunk, heads, loader, opt, epochs):
    torch.manual_seed(15)
    for _ in range(epochs):
        trunk.train()
        for x, targets in loader:
            opt.zero_grad()
            h = trunk(x)
            for i, (head, y) in enumerate(zip(heads, targets)):
                F.cross_entropy(head(h), y).backward(retain_graph=i < len(heads) - 1)
            opt.step()
