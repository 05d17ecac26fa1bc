from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch.nn.utils import clip_grad_norm_


@dataclass
class Config:
    lr: float = 1e-3
    max_norm: float = 5.0
    epochs: int = 10


class SpeechTrainer:
    def __init__(self, model, config: Config):
        self.model = model
        self.config = config
        self.optimizer = torch.optim.Adadelta(model.parameters(), lr=config.lr)

    def train_step(self, batch):
        self.model.train()
        log_probs = self.model(batch["features"]).log_softmax(-1).transpose(0, 1)
        loss = F.ctc_loss(log_probs, batch["labels"], batch["frames"], batch["lengths"])
        loss.backward()  # must: missing-zero-grad
        clip_grad_norm_(self.model.parameters(), self.config.max_norm)
        self.optimizer.step()
        return {"loss": loss.item()}

    def fit(self, loader):
        torch.manual_seed(0)
        for _ in range(self.config.epochs):
            for batch in loader:
                print(self.train_step(batch))
