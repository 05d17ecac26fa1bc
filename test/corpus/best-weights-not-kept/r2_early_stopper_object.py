import torch


class EarlyStopper:
    def __init__(self, patience=7):
        self.patience = patience
        self.best = float("inf")
        self.bad = 0
        self.weights = None

    def update(self, value, model):
        if value < self.best:
            self.best, self.bad = value, 0
            self.weights = model.state_dict()  # must: best-weights-not-kept
        else:
            self.bad += 1
        return self.bad >= self.patience

    def restore(self, model):
        model.load_state_dict(self.weights)
        model.eval()


def fit(model, train_loader, val_loader, epochs=200):
    stopper = EarlyStopper()
    opt = torch.optim.Adam(model.parameters(), lr=1e-3)
    mse = torch.nn.MSELoss()
    for _ in range(epochs):
        model.train()
        for x, y in train_loader:
            opt.zero_grad()
            mse(model(x), y).backward()
            opt.step()
        model.eval()
        with torch.no_grad():
            val = sum(mse(model(x), y).item() for x, y in val_loader) / len(val_loader)
        if stopper.update(val, model):
            break
    stopper.restore(model)
    return model
