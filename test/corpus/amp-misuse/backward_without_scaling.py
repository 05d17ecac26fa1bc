import torch
from torch import nn
from torch.cuda.amp import GradScaler, autocast
from torch.utils.data import DataLoader


class Matting:
    def __init__(self, net, lr=1e-4, seed=0):
        torch.manual_seed(seed)
        self.net = net.cuda()
        self.optimizer = torch.optim.Adam(self.net.parameters(), lr=lr)
        self.scaler = GradScaler()
        self.l1 = nn.L1Loss()

    def train_step(self, rgb, alpha):
        self.optimizer.zero_grad(set_to_none=True)
        with autocast():
            loss = self.l1(self.net(rgb), alpha)
        loss.backward()  # must: amp-misuse
        self.scaler.step(self.optimizer)
        self.scaler.update()
        return loss.item()

    def train(self, dataset, epochs, batch_size=4):
        loader = DataLoader(dataset, batch_size=batch_size, shuffle=True, num_workers=4, pin_memory=True)
        for epoch in range(epochs):
            self.net.train()
            mean = sum(self.train_step(rgb.cuda(), alpha.cuda()) for rgb, alpha in loader) / len(loader)
            print(f"epoch {epoch}: {mean:.5f}")
