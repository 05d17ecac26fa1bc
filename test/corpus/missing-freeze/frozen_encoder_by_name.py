import torch
import torch.nn.functional as F
from torch import nn
from transformers import AutoModel


class FrozenEncoderClassifier(nn.Module):
    """A linear classifier on top of a frozen pretrained encoder."""

    def __init__(self, name="roberta-base", n_classes=6):
        super().__init__()
        self.frozen_encoder = AutoModel.from_pretrained(name)
        self.classifier = nn.Linear(self.frozen_encoder.config.hidden_size, n_classes)

    def forward(self, input_ids, attention_mask):
        states = self.frozen_encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        return self.classifier(states[:, 0])


class EmotionTrainer:
    def __init__(self, lr=1e-3):
        torch.manual_seed(33)
        self.model = FrozenEncoderClassifier().cuda()
        self.optimizer = torch.optim.AdamW(self.model.parameters(), lr=lr)  # must: missing-freeze

    def fit(self, loader, epochs):
        for epoch in range(epochs):
            self.model.train()
            for batch in loader:
                logits = self.model(batch["input_ids"].cuda(), batch["attention_mask"].cuda())
                loss = F.cross_entropy(logits, batch["label"].cuda())
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
            print(epoch, loss.item())
