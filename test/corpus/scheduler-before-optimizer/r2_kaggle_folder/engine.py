import torch


def train_fn(loader, model, optimizer, device):
    model.train()
    loss_fn = torch.nn.BCEWithLogitsLoss()
    for batch in loader:
        optimizer.zero_grad()
        out = model(batch["ids"].to(device), batch["mask"].to(device))
        loss_fn(out, batch["targets"].to(device)).backward()
        optimizer.step()


@torch.no_grad()
def eval_fn(loader, model, device):
    model.eval()
    return torch.cat([model(b["ids"].to(device), b["mask"].to(device)).sigmoid().cpu() for b in loader])
