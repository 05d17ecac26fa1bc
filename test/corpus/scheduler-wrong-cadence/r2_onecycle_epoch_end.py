import torch
from torch.optim.lr_scheduler import OneCycleLR


class Fitter:
    def __init__(self, model, train_loader, epochs=12):
        self.model, self.loader, self.epochs = model, train_loader, epochs
        self.opt = torch.optim.AdamW(model.parameters(), lr=1e-4)
        self.sched = OneCycleLR(self.opt, max_lr=1e-3, epochs=epochs, steps_per_epoch=len(train_loader))
        self.criterion = torch.nn.CrossEntropyLoss()

    def one_epoch(self):
        self.model.train()
        for x, y in self.loader:
            self.opt.zero_grad()
            self.criterion(self.model(x), y).backward()
            self.opt.step()

    def fit(self):
        for epoch in range(self.epochs):
            self.one_epoch()
            self.sched.step()  # must: scheduler-wrong-cadence
            print(epoch, self.sched.get_last_lr())
