"""Fine-tunes every layer of a pretrained network; nothing is meant to be frozen."""
import torch
from torch import nn
from torchvision.models import ConvNeXt_Small_Weights, convnext_small


def build(n_classes):
    net = convnext_small(weights=ConvNeXt_Small_Weights.DEFAULT)
    net.classifier[2] = nn.Linear(net.classifier[2].in_features, n_classes)
    return net


def finetune(loader, n_classes, epochs=30):
    torch.manual_seed(7)
    net = build(n_classes).cuda()
    opt = torch.optim.AdamW(net.parameters(), lr=5e-5, weight_decay=1e-8)
    ce = nn.CrossEntropyLoss(label_smoothing=0.1)
    for epoch in range(epochs):
        net.train()
        for x, y in loader:
            opt.zero_grad()
            loss = ce(net(x.cuda()), y.cuda())
            loss.backward()
            opt.step()
        print(epoch, loss.item())
