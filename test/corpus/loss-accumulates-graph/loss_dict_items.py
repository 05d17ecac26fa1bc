import torch
from torchvision.models.detection import retinanet_resnet50_fpn


def train_one_epoch(model, optimizer, loader, device):
    model.train()
    totals = {}
    for images, targets in loader:
        images = [image.to(device) for image in images]
        targets = [{k: v.to(device) for k, v in t.items()} for t in targets]
        loss_dict = model(images, targets)
        loss = sum(loss_dict.values())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        for name, value in loss_dict.items():
            totals[name] = totals.get(name, 0.0) + value  # must: loss-accumulates-graph
    return {name: float(total) / len(loader) for name, total in totals.items()}


def main(loader, device="cuda"):
    torch.manual_seed(0)
    model = retinanet_resnet50_fpn(weights=None, weights_backbone=None, num_classes=5).to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=5e-3, momentum=0.9)
    for epoch in range(10):
        print(epoch, train_one_epoch(model, optimizer, loader, device))
