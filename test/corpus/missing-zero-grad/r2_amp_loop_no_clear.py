import torch
from torch.amp import GradScaler, autocast

from zoo import build_detector, train_batches

device = "cuda"
detector = build_detector().to(device)
detector.train()
sgd = torch.optim.SGD(detector.parameters(), lr=0.02, momentum=0.9, weight_decay=1e-4)
warm = torch.optim.lr_scheduler.LinearLR(sgd, start_factor=0.01, total_iters=500)
scaler = GradScaler(device)

for it, (images, targets) in enumerate(train_batches()):
    with autocast(device_type=device):
        losses = detector(images.to(device), targets)
        loss = sum(losses.values())
    scaler.scale(loss).backward()  # must: missing-zero-grad
    scaler.step(sgd)
    scaler.update()
    warm.step()
    if it % 50 == 0:
        print(it, loss.item())
