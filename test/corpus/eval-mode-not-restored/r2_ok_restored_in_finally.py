import torch


class mode:
    """Puts a module into a mode for a while."""

    def __init__(self, module, training):
        self.module, self.training = module, training

    def __enter__(self):
        self.before = self.module.training
        self.module.train(self.training)
        return self.module

    def __exit__(self, *exc):
        self.module.train(self.before)


def perplexity(lm, loader, loss_fn):
    with mode(lm, False), torch.no_grad():
        losses = [loss_fn(lm(x).flatten(0, 1), y.flatten()).item() for x, y in loader]
    return torch.tensor(losses).mean().exp().item()


def fit(lm, train_loader, val_loader, epochs):
    loss_fn = torch.nn.CrossEntropyLoss()
    opt = torch.optim.AdamW(lm.parameters())
    lm.train()
    for epoch in range(epochs):
        for i, (x, y) in enumerate(train_loader):
            loss = loss_fn(lm(x).flatten(0, 1), y.flatten())
            opt.zero_grad()
            loss.backward()
            opt.step()
            if i % 1000 == 0:
                print(epoch, i, perplexity(lm, val_loader, loss_fn))
