"""Prompt tuning and latent search: the optimizer holds a tensor that is the input of a network, not its weights."""
import torch
import torch.nn.functional as F
from torch import nn


class SoftPrompt(nn.Module):
    def __init__(self, length, dim):
        super().__init__()
        self.vectors = nn.Parameter(torch.randn(length, dim) * 0.02)

    def forward(self, embedded):
        return torch.cat([self.vectors.expand(embedded.size(0), -1, -1), embedded], dim=1)


def tune(prompt, language_model, embed, loader, steps_lr=3e-1):
    torch.manual_seed(4)
    for p in language_model.parameters():
        p.requires_grad = False
    language_model.eval()
    optimizer = torch.optim.Adagrad(prompt.parameters(), lr=steps_lr)
    for tokens, label in loader:
        with torch.no_grad():
            embedded = embed(tokens)
        logits = language_model(prompt(embedded))
        loss = F.cross_entropy(logits, label)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


def invert(generator, image, steps=500):
    torch.manual_seed(4)
    generator.eval().requires_grad_(False)
    latent = torch.randn(1, 512, requires_grad=True)
    opt = torch.optim.LBFGS([latent], max_iter=steps)

    def closure():
        opt.zero_grad()
        loss = F.l1_loss(generator(latent), image)
        loss.backward()
        return loss

    opt.step(closure)
    return latent.detach()
