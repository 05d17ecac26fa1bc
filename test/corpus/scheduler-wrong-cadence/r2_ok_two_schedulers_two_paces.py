import torch
from torch.optim import lr_scheduler as S


def fit(net, train_loader, val_loader, epochs):
    opt = torch.optim.SGD(net.parameters(), lr=0.2, momentum=0.9)
    warm = S.LinearLR(opt, start_factor=0.01, total_iters=2 * len(train_loader))
    plateau = S.ReduceLROnPlateau(opt, factor=0.3, patience=4)
    ce = torch.nn.CrossEntropyLoss()
    for epoch in range(epochs):
        net.train()
        for x, y in train_loader:
            opt.zero_grad()
            ce(net(x), y).backward()
            opt.step()
            if epoch < 2:
                warm.step()
        net.eval()
        with torch.no_grad():
            val = sum(ce(net(x), y).item() for x, y in val_loader) / len(val_loader)
        if epoch >= 2:
            plateau.step(val)
