import torch


def _forward_all(model, loader, device):
    for batch in loader:
        yield model(batch["pixels"].to(device)), batch["label"].to(device)


def _tally(model, loader, device):
    correct = count = 0
    for logits, label in _forward_all(model, loader, device):
        correct += (logits.argmax(-1) == label).sum().item()
        count += label.numel()
    return correct / count


def report(model, loaders, device="cpu"):
    model.eval()
    with torch.inference_mode():
        return {name: _tally(model, loader, device) for name, loader in loaders.items()}
