import copy
import logging

import torch

log = logging.getLogger(__name__)


class Fitter:
    """Keeps the weights of the epoch with the lowest validation loss, scores them once on test."""

    def __init__(self, model, loss_fn, loaders, lr=3e-4, max_epochs=50, patience=7):
        self.model, self.loss_fn, self.loaders = model, loss_fn, loaders
        self.optim = torch.optim.AdamW(model.parameters(), lr=lr)
        self.max_epochs, self.patience = max_epochs, patience

    def _train_epoch(self):
        self.model.train()
        for x, y in self.loaders["train"]:
            self.optim.zero_grad(set_to_none=True)
            loss = self.loss_fn(self.model(x), y)
            loss.backward()
            self.optim.step()

    @torch.no_grad()
    def _loss_on(self, split):
        self.model.eval()
        losses = [self.loss_fn(self.model(x), y).item() for x, y in self.loaders[split]]
        return sum(losses) / len(losses)

    def fit(self):
        best, kept, waited = float("inf"), copy.deepcopy(self.model.state_dict()), 0
        for epoch in range(self.max_epochs):
            self._train_epoch()
            current = self._loss_on("val")
            log.info("epoch %d: val %.4f", epoch, current)
            if current < best:
                best, waited = current, 0
                kept = copy.deepcopy(self.model.state_dict())
            else:
                waited += 1
                if waited >= self.patience:
                    break
        self.model.load_state_dict(kept)
        test_loss = self._loss_on("test")
        log.info("test %.4f", test_loss)
        return test_loss
