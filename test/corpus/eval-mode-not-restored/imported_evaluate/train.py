# main
import argparse

import torch
from torchmetrics.detection import MeanAveragePrecision
from torchvision.models.detection import fasterrcnn_resnet50_fpn

from evaluation import mean_average_precision


def main(train_loader, val_loader):
    parser = argparse.ArgumentParser()
    parser.add_argument("--lr", type=float, default=0.005)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--device", default="cuda")
    args = parser.parse_args()

    torch.manual_seed(0)
    detector = fasterrcnn_resnet50_fpn(weights=None, num_classes=21).to(args.device)
    optimizer = torch.optim.SGD(detector.parameters(), lr=args.lr, momentum=0.9)
    metric = MeanAveragePrecision()

    detector.train()
    for epoch in range(args.epochs):
        for images, targets in train_loader:
            images = [image.to(args.device) for image in images]
            targets = [{k: v.to(args.device) for k, v in t.items()} for t in targets]
            losses = detector(images, targets)  # must: eval-mode-not-restored
            loss = sum(losses.values())
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        print(epoch, mean_average_precision(detector, val_loader, metric, args.device))
