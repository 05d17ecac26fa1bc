import torch
import torch.nn as nn
from torchvision.models import mobilenet_v2


def evaluate(model, loader, device):
    model.eval()
    correct = 0
    with torch.no_grad():
        for x, y in loader:
            correct += (model(x.to(device)).argmax(1).cpu() == y).sum().item()
    return correct / len(loader.dataset)


def main(train_loader, val_loader, n_classes, epochs=20):
    torch.manual_seed(0)
    device = torch.device("cuda:0")
    model = mobilenet_v2(num_classes=n_classes).to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9, weight_decay=4e-5)
    criterion = nn.CrossEntropyLoss()
    model.train()
    for epoch in range(epochs):
        for x, y in train_loader:
            optimizer.zero_grad()
            logits = model(x.to(device))  # must: eval-mode-not-restored
            loss = criterion(logits, y.to(device))
            loss.backward()
            optimizer.step()
        print(epoch, evaluate(model, val_loader, device))
    torch.save(model.state_dict(), "mobilenet.pt")
