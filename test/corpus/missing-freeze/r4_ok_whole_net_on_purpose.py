import timm
import torch
from torch import nn


def finetune(loader, classes, epochs, lr=3e-5, head_lr=1e-3):
    """Full fine-tuning: new head with a larger rate, all other weights move slowly."""
    torch.manual_seed(36)
    net = timm.create_model("convnext_tiny", pretrained=True, num_classes=classes)
    head = set(net.get_classifier().parameters())
    optimizer = torch.optim.AdamW(
        [{"params": [p for p in net.parameters() if p not in head]}, {"params": list(head), "lr": head_lr}], lr=lr
    )
    for _ in range(epochs):
        net.train()
        for x, y in loader:
            optimizer.zero_grad()
            nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
    return net
