"""Robust accuracy: the gradient with respect to the input is the attack."""
import torch
import torch.nn.functional as F
from torchvision.models import wide_resnet50_2


def fgsm(model, x, y, eps):
    x = x.clone().detach().requires_grad_(True)
    loss = F.cross_entropy(model(x), y)
    grad = torch.autograd.grad(loss, x)[0]
    return (x + eps * grad.sign()).clamp(0, 1).detach()


def pgd(model, x, y, eps=8 / 255, alpha=2 / 255, steps=10):
    adv = (x + torch.empty_like(x).uniform_(-eps, eps)).clamp(0, 1)
    for _ in range(steps):
        adv.requires_grad_()
        with torch.enable_grad():
            loss = F.cross_entropy(model(adv), y)
        (grad,) = torch.autograd.grad(loss, [adv])
        adv = adv.detach() + alpha * grad.sign()
        adv = torch.min(torch.max(adv, x - eps), x + eps).clamp(0, 1)
    return adv.detach()


def robust_accuracy(model, loader, device):
    model.eval()
    clean = fast = strong = n = 0
    for x, y in loader:
        x, y = x.to(device), y.to(device)
        x_fast, x_strong = fgsm(model, x, y, 8 / 255), pgd(model, x, y)
        with torch.no_grad():
            clean += (model(x).argmax(1) == y).sum().item()
            fast += (model(x_fast).argmax(1) == y).sum().item()
            strong += (model(x_strong).argmax(1) == y).sum().item()
        n += len(y)
    return clean / n, fast / n, strong / n


def main(loader, device="cuda"):
    torch.manual_seed(0)
    model = wide_resnet50_2(weights="IMAGENET1K_V2").to(device)
    print(robust_accuracy(model, loader, device))
