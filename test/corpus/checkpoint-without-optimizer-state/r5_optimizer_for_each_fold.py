import torch
from torch import nn

from folds import loaders_of, make_net

for fold in range(5):
    net = make_net()
    optimizer = torch.optim.AdamW(net.parameters(), lr=3e-4)
    start_epoch = 0
    path = f"fold{fold}/last.pt"
    if resume_from(fold):
        state = torch.load(path, weights_only=True)
        net.load_state_dict(state["net"])
        start_epoch = state["epoch"] + 1
    for epoch in range(start_epoch, 30):
        for batch, target in loaders_of(fold):
            optimizer.zero_grad()
            nn.functional.cross_entropy(net(batch), target).backward()
            optimizer.step()
        torch.save({"net": net.state_dict(), "epoch": epoch}, path)  # must: checkpoint-without-optimizer-state
