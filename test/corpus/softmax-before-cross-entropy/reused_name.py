import torch
import torch.nn as nn
import torch.optim as optim
from torchvision.models import squeezenet1_1


def train_model(loader, device, n_classes, epochs):
    torch.manual_seed(0)
    net = squeezenet1_1(num_classes=n_classes).to(device)
    ce = nn.CrossEntropyLoss()
    optimizer = optim.Adam(net.parameters(), lr=1e-4)
    for _ in range(epochs):
        net.train()
        correct = 0
        for x, y in loader:
            x, y = x.to(device), y.to(device)
            out = net(x)
            out = nn.Softmax(dim=1)(out)  # must: softmax-before-cross-entropy
            correct += (out.argmax(1) == y).sum().item()
            loss = ce(out, y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        print(correct / len(loader.dataset))
