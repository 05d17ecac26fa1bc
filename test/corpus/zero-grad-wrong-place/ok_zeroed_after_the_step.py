import torch
from torch import nn


def train(model, loader, args):
    """Clears behind the step, so that every backward meets empty gradients."""
    torch.manual_seed(args.seed)
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.lr)
    loss_fn = nn.HuberLoss()
    optimizer.zero_grad()
    for epoch in range(args.epochs):
        model.train()
        for x, y in loader:
            loss = loss_fn(model(x), y)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
        print(epoch, loss.item())


def train_late(model, loader, epochs):
    """Between forward and backward is as good a place."""
    torch.manual_seed(0)
    opt = torch.optim.Adam(model.parameters())
    model.train()
    for _ in range(epochs):
        for x, y in loader:
            pred = model(x)
            loss = nn.functional.mse_loss(pred, y)
            for group in opt.param_groups:
                for p in group["params"]:
                    p.grad = None
            loss.backward()
            opt.step()
