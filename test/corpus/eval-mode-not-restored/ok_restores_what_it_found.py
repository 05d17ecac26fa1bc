import torch
import torch.nn as nn


def validate(model, loader, loss_fn):
    was_training = model.training
    model.eval()
    total = 0.0
    with torch.no_grad():
        for x, y in loader:
            total += loss_fn(model(x), y).item()
    model.train(was_training)
    return total / len(loader)


@torch.no_grad()
def sample(model, start, length):
    mode = model.training
    try:
        model.eval()
        tokens = start
        for _ in range(length):
            logits = model(tokens)[:, -1]
            tokens = torch.cat([tokens, logits.argmax(-1, keepdim=True)], dim=1)
        return tokens
    finally:
        if mode:
            model.train()


def fit(model, loader, val_loader, start, steps_per_check=200):
    torch.manual_seed(0)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)
    loss_fn = nn.CrossEntropyLoss()
    model.train()
    for epoch in range(4):
        for step, (x, y) in enumerate(loader):
            optimizer.zero_grad()
            loss = loss_fn(model(x).transpose(1, 2), y)
            loss.backward()
            optimizer.step()
            if step % steps_per_check == 0:
                print(validate(model, val_loader, lambda o, t: loss_fn(o.transpose(1, 2), t)))
                print(sample(model, start, 50)[0].tolist())
