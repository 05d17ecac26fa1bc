import time

import torch
import torch.nn as nn
from torchvision import models


def run(loaders, n_classes, device, epochs=10):
    torch.manual_seed(21)
    net = models.vgg11_bn(weights=models.VGG11_BN_Weights.DEFAULT)
    net.classifier[6] = nn.Linear(4096, n_classes)
    net.to(device)
    loss_fn = nn.CrossEntropyLoss()
    opt = torch.optim.SGD(net.parameters(), lr=1e-3, momentum=0.9)

    for epoch in range(epochs):
        begin = time.time()
        for phase in ("train", "val"):
            if phase == "train":
                net.train()
            else:
                net.eval()
            seen, loss_sum, hits = 0, 0.0, 0
            for x, y in loaders[phase]:
                x, y = x.to(device), y.to(device)
                logits = net(x)  # must: missing-no-grad
                loss = loss_fn(logits, y)
                if phase == "train":
                    opt.zero_grad()
                    loss.backward()
                    opt.step()
                loss_sum += loss.item() * len(x)
                hits += (logits.argmax(1) == y).sum().item()
                seen += len(x)
            print(f"{epoch} {phase}: loss {loss_sum / seen:.3f} acc {hits / seen:.3f}")
        print(f"{time.time() - begin:.0f} s")
