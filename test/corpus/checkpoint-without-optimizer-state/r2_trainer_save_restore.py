from pathlib import Path

import torch


class Trainer:
    def __init__(self, model, loader, workdir, lr=3e-4):
        self.model, self.loader = model, loader
        self.optim = torch.optim.AdamW(model.parameters(), lr=lr)
        self.file = Path(workdir) / "state.pt"
        self.epoch = 0

    def save(self):
        state = {"model": self.model.state_dict(), "epoch": self.epoch}  # must: checkpoint-without-optimizer-state
        torch.save(state, self.file)

    def maybe_restore(self):
        if not self.file.exists():
            return
        state = torch.load(self.file, map_location="cpu", weights_only=True)
        self.model.load_state_dict(state["model"])
        self.epoch = state["epoch"] + 1

    def run(self, until):
        self.maybe_restore()
        while self.epoch < until:
            self.model.train()
            for batch in self.loader:
                loss = self.model(**batch).loss
                self.optim.zero_grad()
                loss.backward()
                self.optim.step()
            self.save()
            self.epoch += 1
