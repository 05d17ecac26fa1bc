"""A forward pass under no_grad that belongs to training: the key encoder of momentum contrast."""
import copy

import torch
import torch.nn as nn
import torch.nn.functional as F
from torchvision.models import resnet18


class MoCo(nn.Module):
    def __init__(self, dim=128, queue=4096, m=0.999, t=0.07):
        super().__init__()
        self.m, self.t = m, t
        self.encoder_q = resnet18(num_classes=dim)
        self.encoder_k = copy.deepcopy(self.encoder_q)
        for p in self.encoder_k.parameters():
            p.requires_grad = False
        self.register_buffer("queue", F.normalize(torch.randn(dim, queue), dim=0))
        self.ptr = 0

    @torch.no_grad()
    def _momentum_update(self):
        for q, k in zip(self.encoder_q.parameters(), self.encoder_k.parameters()):
            k.data = k.data * self.m + q.data * (1.0 - self.m)

    @torch.no_grad()
    def _enqueue(self, keys):
        n = keys.shape[0]
        self.queue[:, self.ptr : self.ptr + n] = keys.T
        self.ptr = (self.ptr + n) % self.queue.shape[1]

    def forward(self, im_q, im_k):
        q = F.normalize(self.encoder_q(im_q), dim=1)
        with torch.no_grad():
            self._momentum_update()
            k = F.normalize(self.encoder_k(im_k), dim=1)
        pos = (q * k).sum(dim=1, keepdim=True)
        neg = q @ self.queue.clone().detach()
        logits = torch.cat([pos, neg], dim=1) / self.t
        self._enqueue(k)
        return logits, torch.zeros(len(logits), dtype=torch.long, device=logits.device)


def pretrain(loader, device, epochs=200):
    torch.manual_seed(1)
    model = MoCo().to(device)
    optimizer = torch.optim.SGD(model.encoder_q.parameters(), lr=0.03, momentum=0.9, weight_decay=1e-4)
    model.train()
    for epoch in range(epochs):
        for im_q, im_k in loader:
            logits, labels = model(im_q.to(device), im_k.to(device))
            loss = F.cross_entropy(logits, labels)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
