import torch
import torch as th
import torch.nn.functional as F
from torch import nn


def train(model, loader, opt):
    criterion = nn.CrossEntropyLoss(reduction="mean")
    model.train()
    for x, y in loader:
        logits = model(x)
        loss = criterion(th.softmax(logits, dim=1), y)  # must: softmax-before-cross-entropy
        opt.zero_grad()
        loss.backward()
        opt.step()


def train_aux(model, loader, opt):
    model.train()
    for x, y in loader:
        probs = model(x).softmax(dim=-1)  # must: softmax-before-cross-entropy
        loss = F.cross_entropy(probs, y)
        opt.zero_grad()
        loss.backward()
        opt.step()


def main(loader):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Flatten(), nn.Linear(3072, 10))
    opt = torch.optim.Adam(model.parameters())
    for _ in range(10):
        train(model, loader, opt)
        train_aux(model, loader, opt)
