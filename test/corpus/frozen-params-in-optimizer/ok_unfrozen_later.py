"""Only the head learns in the first epochs, then everything: so the optimizer holds everything."""
import torch
import torch.nn.functional as F


def set_trainable(module, flag):
    for p in module.parameters():
        p.requires_grad = flag


def gradual(model, loader, epochs, frozen_epochs=3):
    torch.manual_seed(11)
    set_trainable(model.body, False)
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-4, weight_decay=0.02)
    for epoch in range(epochs):
        if epoch == frozen_epochs:
            set_trainable(model.body, True)
        model.train()
        if epoch < frozen_epochs:
            model.body.eval()
        for x, y in loader:
            optimizer.zero_grad()
            loss = F.cross_entropy(model(x), y)
            loss.backward()
            optimizer.step()
        print(epoch, loss.item())
