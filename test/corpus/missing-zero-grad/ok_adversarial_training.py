"""Gradients for the attack are asked of autograd directly, or belong to a fresh input."""
import torch
import torch.nn.functional as F


def attack(model, x, y, eps, alpha, steps):
    delta = torch.zeros_like(x).uniform_(-eps, eps)
    for _ in range(steps):
        delta = delta.detach().requires_grad_(True)
        loss = F.cross_entropy(model(x + delta), y)
        (grad,) = torch.autograd.grad(loss, delta)
        delta = (delta + alpha * grad.sign()).clamp(-eps, eps)
    return (x + delta).detach()


def single_step(model, x, y, eps):
    data = x.clone().requires_grad_(True)
    loss = F.nll_loss(model(data).log_softmax(1), y)
    model.zero_grad()
    loss.backward()
    return (data + eps * data.grad.sign()).detach()


def train(model, loader, device, epochs=100):
    torch.manual_seed(0)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9, weight_decay=5e-4)
    for epoch in range(epochs):
        model.train()
        for x, y in loader:
            x, y = x.to(device), y.to(device)
            adv = attack(model, x, y, 8 / 255, 2 / 255, 7)
            optimizer.zero_grad()
            loss = F.cross_entropy(model(adv), y)
            loss.backward()
            optimizer.step()
