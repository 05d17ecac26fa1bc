# main
import torch

from helpers import half_precision, to_device


class Runner:
    def __init__(self, model, lr=1e-3):
        self.model = model.to("cuda")
        self.optimizer = torch.optim.SGD(self.model.parameters(), lr=lr, momentum=0.9)
        self.grad_scaler = torch.cuda.amp.GradScaler()

    def forward_loss(self, batch):
        with half_precision():
            return torch.nn.functional.cross_entropy(self.model(batch["image"]), batch["label"])

    def update(self, loss):
        self.optimizer.zero_grad()
        scaled = self.grad_scaler.scale(loss)
        scaled.backward()
        self.optimizer.step()  # must: amp-misuse

    def epoch(self, loader):
        self.model.train()
        for batch in loader:
            self.update(self.forward_loss(to_device(batch, "cuda")))
