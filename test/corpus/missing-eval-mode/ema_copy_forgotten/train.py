# main
import copy

import torch
import torch.nn.functional as F

from nets import UNetSmall


@torch.no_grad()
def ema_update(ema, model, decay=0.999):
    for e, p in zip(ema.parameters(), model.parameters()):
        e.mul_(decay).add_(p, alpha=1 - decay)


def dice(prob, mask, eps=1e-6):
    inter = (prob * mask).sum()
    return (2 * inter / (prob.sum() + mask.sum() + eps)).item()


def main(train_loader, val_loader, device, epochs):
    torch.manual_seed(11)
    model = UNetSmall().to(device)
    ema_model = copy.deepcopy(model)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)

    for epoch in range(epochs):
        model.train()
        for image, mask in train_loader:
            image, mask = image.to(device), mask.to(device)
            loss = F.binary_cross_entropy_with_logits(model(image), mask)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            ema_update(ema_model, model)

        model.eval()
        plain, averaged = [], []
        with torch.no_grad():
            for image, mask in val_loader:
                image, mask = image.to(device), mask.to(device)
                plain.append(dice(model(image).sigmoid(), mask))
                averaged.append(dice(ema_model(image).sigmoid(), mask))  # must: missing-eval-mode
        print(epoch, sum(plain) / len(plain), sum(averaged) / len(averaged))
