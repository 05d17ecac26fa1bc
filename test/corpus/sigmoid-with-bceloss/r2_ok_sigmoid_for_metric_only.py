import torch
from torch import nn
from torchmetrics.classification import MultilabelF1Score


def fit(net: nn.Module, train_loader, val_loader, labels, epochs=10):
    opt = torch.optim.AdamW(net.parameters())
    crit = nn.BCEWithLogitsLoss()
    f1 = MultilabelF1Score(num_labels=labels)
    for epoch in range(epochs):
        net.train()
        for x, y in train_loader:
            out = net(x)
            opt.zero_grad()
            crit(out, y).backward()
            opt.step()
        net.eval()
        f1.reset()
        with torch.no_grad():
            for x, y in val_loader:
                out = torch.sigmoid(net(x))
                f1.update(out, y.int())
        print(epoch, f1.compute().item())
