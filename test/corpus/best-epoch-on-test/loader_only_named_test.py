"""`test_loader` serves the choice of the epoch; the official evaluation part is seen once."""
import torch
from torch import nn
from torch.utils.data import DataLoader, random_split
from torchvision import datasets, transforms


def net():
    return nn.Sequential(
        nn.Conv2d(1, 16, 5), nn.BatchNorm2d(16), nn.ReLU(), nn.AdaptiveMaxPool2d(4), nn.Flatten(), nn.Linear(256, 47)
    )


def measure(model, loader, device):
    model.eval()
    right = 0
    with torch.no_grad():
        for x, y in loader:
            right += (model(x.to(device)).argmax(1) == y.to(device)).sum().item()
    return right / len(loader.dataset)


def main():
    device = torch.device("cuda:0" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(11)
    labelled = datasets.EMNIST("data", split="balanced", train=True, transform=transforms.ToTensor())
    official = datasets.EMNIST("data", split="balanced", train=False, transform=transforms.ToTensor())
    fit_part, test_part = random_split(labelled, [0.9, 0.1], generator=torch.Generator().manual_seed(11))
    train_loader = DataLoader(fit_part, batch_size=64, shuffle=True)
    test_loader = DataLoader(test_part, batch_size=512)
    final_loader = DataLoader(official, batch_size=512)

    model = net().to(device)
    optimizer = torch.optim.Adam(model.parameters())
    criterion = nn.CrossEntropyLoss()
    best_acc = 0.0
    for epoch in range(30):
        model.train()
        for x, y in train_loader:
            optimizer.zero_grad()
            criterion(model(x.to(device)), y.to(device)).backward()
            optimizer.step()
        test_acc = measure(model, test_loader, device)
        if test_acc > best_acc:
            best_acc = test_acc
            torch.save(model.state_dict(), "emnist_best.pt")

    model.load_state_dict(torch.load("emnist_best.pt", map_location=device, weights_only=True))
    print("official test accuracy", measure(model, final_loader, device))


if __name__ == "__main__":
    main()
