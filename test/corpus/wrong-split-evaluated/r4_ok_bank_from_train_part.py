import torch
import torch.nn.functional as F


@torch.inference_mode()
def features(encoder, loader, device):
    encoder.eval()
    pairs = [(F.normalize(encoder(x.to(device)), dim=1).cpu(), y) for x, y in loader]
    return tuple(torch.cat(part) for part in zip(*pairs))


def validate(encoder, train_loader, val_loader, device, k=20):
    """Nearest neighbours of the validation pictures among those of training."""
    bank, bank_labels = features(encoder, train_loader, device)
    queries, labels = features(encoder, val_loader, device)
    near = (queries @ bank.t()).topk(k, dim=1).indices
    votes = F.one_hot(bank_labels[near]).sum(1)
    return (votes.argmax(1) == labels).float().mean().item()
