# main
import torch
import torch.nn.functional as F

from score import micro_f1


class Loop:
    def __init__(self, gnn, optimizer):
        self.gnn = gnn
        self.optimizer = optimizer
        self.best_f1 = 0.0
        self.best_params = None

    def train_once(self, loader):
        self.gnn.train()
        for g in loader:
            self.optimizer.zero_grad()
            F.binary_cross_entropy_with_logits(self.gnn(g.x, g.edge_index), g.y).backward()
            self.optimizer.step()

    def remember(self, f1):
        if f1 <= self.best_f1:
            return
        self.best_f1 = f1
        self.best_params = self.gnn.state_dict()  # must: best-weights-not-kept

    def run(self, train_loader, val_loader, test_loader, epochs):
        for _ in range(epochs):
            self.train_once(train_loader)
            self.remember(micro_f1(self.gnn, val_loader))
        self.gnn.load_state_dict(self.best_params)
        self.gnn.eval()
        return micro_f1(self.gnn, test_loader)


def main(gnn, loaders):
    loop = Loop(gnn, torch.optim.Adam(gnn.parameters(), lr=5e-3))
    print(loop.run(*loaders, epochs=100))
