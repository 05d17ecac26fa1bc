import argparse

import torch
import torch.nn.functional as F


def save_checkpoint(path, model, epoch):
    torch.save({"state_dict": model.state_dict(), "epoch": epoch}, path)  # must: checkpoint-without-optimizer-state


def load_checkpoint(path, model):
    payload = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(payload["state_dict"])
    return payload["epoch"] + 1


@torch.no_grad()
def dev_loss(model, loader):
    model.eval()
    return sum(F.nll_loss(model(x).log_softmax(-1), y).item() for x, y in loader) / len(loader)


def main(build_model, build_loaders):
    ap = argparse.ArgumentParser()
    ap.add_argument("--resume-from")
    ap.add_argument("--epochs", type=int, default=60)
    ap.add_argument("--last", default="last.ckpt")
    args = ap.parse_args()
    torch.manual_seed(7)
    model = build_model()
    train_loader, dev_loader = build_loaders()
    optimizer = torch.optim.RAdam(model.parameters(), lr=5e-4)
    first = 0
    if args.resume_from:
        first = load_checkpoint(args.resume_from, model)
    for epoch in range(first, args.epochs):
        model.train()
        for x, y in train_loader:
            optimizer.zero_grad()
            F.nll_loss(model(x).log_softmax(-1), y).backward()
            optimizer.step()
        print(epoch, dev_loss(model, dev_loader))
        save_checkpoint(args.last, model, epoch)
