import torch


class Engine:
    def __init__(self, model, steps, lr=1e-3):
        self.model = model
        self.optimizer = torch.optim.AdamW(model.parameters(), lr=lr)
        self.scheduler = torch.optim.lr_scheduler.OneCycleLR(self.optimizer, max_lr=lr, total_steps=steps)
        self.steps = steps

    def _advance(self):
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.scheduler.step()  # must: scheduler-before-optimizer
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)

    def run(self, batches):
        self.model.train()
        for step, batch in enumerate(batches):
            if step == self.steps:
                break
            loss = self.model(**batch).loss
            loss.backward()
            self._advance()
