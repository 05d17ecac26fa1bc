import torch


def pcgrad_epoch(model, heads, loader, opt):
    model.train()
    shared = list(model.parameters())
    for x, targets in loader:
        h = model(x)
        losses = [torch.nn.functional.mse_loss(head(h), t) for head, t in zip(heads, targets)]
        per_task = []
        for k, loss in enumerate(losses):
            opt.zero_grad()
            loss.backward(retain_graph=k < len(losses) - 1)
            per_task.append([p.grad.clone() for p in shared])
        opt.zero_grad()
        for i, p in enumerate(shared):
            p.grad = torch.stack([grads[i] for grads in per_task]).mean(0)
        opt.step()


def train(model, heads, loader, epochs):
    opt = torch.optim.SGD(model.parameters(), lr=1e-2)
    for _ in range(epochs):
        pcgrad_epoch(model, heads, loader, opt)
