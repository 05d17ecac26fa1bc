import torch
import torch.nn as nn
import torch.nn.functional as F
import torch.optim as optim
from torch.utils.data import DataLoader
from torchvision import datasets, transforms


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 16, 3)
        self.fc = nn.Linear(16 * 13 * 13, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv(x)), 2)
        return self.fc(torch.flatten(x, 1))


def main():
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    to_tensor = transforms.ToTensor()
    train_data = datasets.MNIST("data", train=True, download=True, transform=to_tensor)
    test_data = datasets.MNIST("data", train=False, transform=to_tensor)
    train_loader = DataLoader(train_data, batch_size=64, shuffle=True)  # must: seed-missing-torch
    test_loader = DataLoader(test_data, batch_size=1000)

    model = Net().to(device)
    optimizer = optim.Adam(model.parameters())
    for epoch in range(3):
        model.train()
        for x, y in train_loader:
            x, y = x.to(device), y.to(device)
            optimizer.zero_grad()
            loss = F.cross_entropy(model(x), y)
            loss.backward()
            optimizer.step()
        model.eval()
        right = 0
        with torch.no_grad():
            for x, y in test_loader:
                right += (model(x.to(device)).argmax(1).cpu() == y).sum().item()
        print(epoch, right / len(test_data))


if __name__ == "__main__":
    main()
