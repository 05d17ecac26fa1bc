import torch
import torch.nn.functional as F
from torchvision.models import resnet18


def train_epoch(model, loader, optimizer, device):
    model.train()
    for x, y in loader:
        optimizer.zero_grad()
        F.cross_entropy(model(x.to(device)), y.to(device)).backward()
        optimizer.step()


def evaluate(model, loader, device):
    model.eval()
    with torch.no_grad():
        return sum((model(x.to(device)).argmax(1).cpu() == y).sum().item() for x, y in loader)


def main(train_loader, val_loader, test_loader):
    torch.manual_seed(0)
    device = "cuda"
    model = resnet18(num_classes=10).to(device)
    optimizer = torch.optim.Adam(model.parameters())
    for epoch in range(10):
        train_epoch(model, train_loader, optimizer, device)
        print(epoch, evaluate(model, val_loader, device))
    print("test", evaluate(model, test_loader, device))
