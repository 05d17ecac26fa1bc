import torch
import torch.nn.functional as F


def fgsm(model, x, y, eps):
    x = x.clone().requires_grad_(True)
    loss = F.cross_entropy(model(x), y)
    grad, = torch.autograd.grad(loss, x)
    return (x + eps * grad.sign()).clamp(0, 1).detach()


def robust_accuracy(model, loader, eps=8 / 255):
    model.eval()
    hits = total = 0
    for x, y in loader:
        adv = fgsm(model, x, y, eps)
        with torch.no_grad():
            hits += (model(adv).argmax(1) == y).sum().item()
        total += len(y)
    return hits / total
