"""Road segmentation, mixed precision through a mixin shared by our trainers."""
import argparse

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


class PrecisionMixin:
    def setup_precision(self, enabled):
        self.scaler = torch.cuda.amp.GradScaler(enabled=enabled)

    def apply_gradients(self, optimizer):
        self.scaler.step(optimizer)
        self.scaler.update()


class SegmentationTrainer(PrecisionMixin):
    def __init__(self, net, loader, args):
        self.net = net.to(args.device)
        self.loader = loader
        self.device = args.device
        self.criterion = nn.CrossEntropyLoss(ignore_index=255)
        self.optimizer = torch.optim.SGD(self.net.parameters(), lr=args.lr, momentum=0.9)
        self.setup_precision(args.amp)

    def compute_loss(self, images, masks):
        with torch.autocast("cuda", dtype=torch.float16, enabled=self.scaler.is_enabled()):
            return self.criterion(self.net(images), masks)

    def run_epoch(self):
        self.net.train()
        running = 0.0
        for images, masks in self.loader:
            images, masks = images.to(self.device), masks.to(self.device)
            self.optimizer.zero_grad(set_to_none=True)
            loss = self.compute_loss(images, masks)
            loss.backward()  # must: amp-misuse
            self.apply_gradients(self.optimizer)
            running += loss.item()
        return running / len(self.loader)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tiles", required=True)
    parser.add_argument("--lr", type=float, default=0.01)
    parser.add_argument("--epochs", type=int, default=40)
    parser.add_argument("--amp", action="store_true")
    parser.add_argument("--device", default="cuda")
    args = parser.parse_args()
    torch.manual_seed(7)
    blob = torch.load(args.tiles, map_location="cpu", weights_only=True)
    loader = DataLoader(TensorDataset(blob["x"], blob["y"]), batch_size=8, shuffle=True)
    net = nn.Sequential(nn.Conv2d(3, 32, 3, padding=1), nn.BatchNorm2d(32), nn.ReLU(), nn.Conv2d(32, 19, 1))
    trainer = SegmentationTrainer(net, loader, args)
    for epoch in range(args.epochs):
        print(epoch, trainer.run_epoch())


if __name__ == "__main__":
    main()
