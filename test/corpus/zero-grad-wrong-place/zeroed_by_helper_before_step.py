import torch
from torch import nn


class SpeechTrainer:
    def __init__(self, model, vocab_size, lr):
        self.model = model
        self.ctc = nn.CTCLoss(blank=vocab_size - 1, zero_infinity=True)
        self.optimizer = torch.optim.AdamW(model.parameters(), lr=lr)
        self.global_step = 0

    def _backward(self, loss):
        loss.backward()

    def _apply(self):
        nn.utils.clip_grad_norm_(self.model.parameters(), 10.0)
        self.optimizer.step()
        self.global_step += 1

    def train_step(self, batch):
        spec, spec_len, text, text_len = batch
        log_probs = self.model(spec).log_softmax(-1).transpose(0, 1)
        loss = self.ctc(log_probs, text, spec_len, text_len)
        self._backward(loss)
        self.model.zero_grad()  # must: zero-grad-wrong-place
        self._apply()
        return loss.item()

    def fit(self, loader, epochs):
        torch.manual_seed(99)
        for epoch in range(epochs):
            self.model.train()
            mean = sum(self.train_step(b) for b in loader) / len(loader)
            print(f"epoch {epoch}\tloss {mean:.3f}\tstep {self.global_step}")
