"""`best_score_` of an object of our own, in training that is scored on held-out rows afterwards."""
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split


class Stopper:
    def __init__(self, path, patience=5):
        self.path, self.patience = path, patience
        self.best_score_, self.bad = float("-inf"), 0

    def stop(self, score, model):
        if score > self.best_score_:
            self.best_score_, self.bad = score, 0
            torch.save(model.state_dict(), self.path)
        else:
            self.bad += 1
        return self.bad > self.patience


def r2(model, loader):
    model.eval()
    with torch.no_grad():
        pairs = [(model(x).squeeze(1), y) for x, y in loader]
    guess, truth = (torch.cat(column) for column in zip(*pairs))
    return 1 - ((guess - truth) ** 2).sum().item() / ((truth - truth.mean()) ** 2).sum().item()


torch.manual_seed(15)
blob = torch.load("molecules.pt", map_location="cpu", weights_only=True)
whole = TensorDataset(blob["fingerprints"].float(), blob["logp"].float())
train_set, val_set, test_set = random_split(whole, [0.8, 0.1, 0.1], generator=torch.Generator().manual_seed(15))
train_dl = DataLoader(train_set, 64, shuffle=True)
val_dl, test_dl = DataLoader(val_set, 256), DataLoader(test_set, 256)

net = nn.Sequential(nn.Linear(2048, 256), nn.ReLU(), nn.Dropout(0.3), nn.Linear(256, 1))
adam = torch.optim.Adam(net.parameters(), lr=1e-3)
stopper = Stopper("logp.pt")
for _ in range(200):
    net.train()
    for x, y in train_dl:
        adam.zero_grad()
        nn.functional.huber_loss(net(x).squeeze(1), y).backward()
        adam.step()
    if stopper.stop(r2(net, val_dl), net):
        break

net.load_state_dict(torch.load(stopper.path, map_location="cpu", weights_only=True))
print("validation", stopper.best_score_, "test", r2(net, test_dl))
