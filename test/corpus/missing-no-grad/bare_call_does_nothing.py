import torch
import torch.nn as nn


def train(model, loader, optimizer, criterion):
    model.train()
    for features, target in loader:
        optimizer.zero_grad()
        loss = criterion(model(features), target)
        loss.backward()
        optimizer.step()


def test(model, loader, criterion):
    model.eval()
    # The context manager is made and thrown away.
    torch.no_grad()
    test_loss, correct = 0, 0
    for features, target in loader:
        output = model(features)  # must: missing-no-grad
        test_loss += criterion(output, target).item()
        correct += output.argmax(dim=1).eq(target).sum().item()
    print(f"loss {test_loss / len(loader):.4f} accuracy {correct / len(loader.dataset):.4f}")


def main(train_loader, test_loader, n_features, n_classes):
    torch.manual_seed(9)
    model = nn.Sequential(nn.Linear(n_features, 64), nn.ReLU(), nn.Dropout(), nn.Linear(64, n_classes))
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    for _ in range(15):
        train(model, train_loader, optimizer, criterion)
        test(model, test_loader, criterion)
