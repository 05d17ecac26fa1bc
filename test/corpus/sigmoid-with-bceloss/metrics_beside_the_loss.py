"""The sigmoid is for the counters; the loss has the logits."""
import torch
import torch.nn.functional as F


def train_epoch(net, loader, optimizer, device):
    net.train()
    tp = fp = fn = 0
    for image, mask in loader:
        image, mask = image.to(device), mask.to(device)
        out = net(image)
        loss = F.binary_cross_entropy_with_logits(out, mask)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            guess = torch.sigmoid(out) > 0.5
            tp += (guess & mask.bool()).sum().item()
            fp += (guess & ~mask.bool()).sum().item()
            fn += (~guess & mask.bool()).sum().item()
    return 2 * tp / max(2 * tp + fp + fn, 1)
