import torch
from torch import nn


class BaseTask:
    grad_clip = None

    def __init__(self, model, lr):
        self.model = model
        self.opt = torch.optim.AdamW(model.parameters(), lr=lr)

    def clip(self):
        if self.grad_clip:
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.grad_clip)  # must: clip-grad-wrong-place

    def train_step(self, batch):
        self.opt.zero_grad(set_to_none=True)
        loss = self.loss(batch)
        self.clip()
        loss.backward()
        self.opt.step()
        return loss.detach()

    def loss(self, batch):
        raise NotImplementedError


class ByteModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Embedding(256, 192)
        self.gru = nn.GRU(192, 384, batch_first=True)
        self.out = nn.Linear(384, 256)

    def forward(self, x):
        return self.out(self.gru(self.embed(x))[0])


class ByteTask(BaseTask):
    grad_clip = 0.5

    def loss(self, batch):
        logits = self.model(batch[:, :-1])
        return nn.functional.cross_entropy(logits.transpose(1, 2), batch[:, 1:])


def main(chunks, epochs=2):
    torch.manual_seed(0)
    task = ByteTask(ByteModel(), lr=1e-3)
    task.model.train()
    for _ in range(epochs):
        for i, batch in enumerate(chunks):
            loss = task.train_step(batch)
            if i % 200 == 0:
                print(i, loss.item())
