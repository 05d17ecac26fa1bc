"""Trainer in a class; the script builds it without any seed."""
from pathlib import Path

import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, transforms


class Trainer:
    def __init__(self, model, loader, lr, device):
        self.model = model.to(device)
        self.loader = loader
        self.device = device
        self.criterion = nn.CrossEntropyLoss()
        self.optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)

    def fit(self, epochs):
        for epoch in range(epochs):
            self.model.train()
            running = 0.0
            for images, labels in self.loader:
                self.optimizer.zero_grad()
                loss = self.criterion(self.model(images.to(self.device)), labels.to(self.device))
                loss.backward()
                self.optimizer.step()
                running += loss.item()
            print(epoch, running / len(self.loader))

    def save(self, path: Path):
        torch.save(self.model.state_dict(), path)


if __name__ == "__main__":
    transform = transforms.Compose([transforms.Resize((64, 64)), transforms.ToTensor()])
    images = datasets.ImageFolder("leaves", transform=transform)
    loader = DataLoader(images, batch_size=32, shuffle=True, num_workers=4)  # must: seed-missing-torch
    net = nn.Sequential(nn.Flatten(), nn.Linear(3 * 64 * 64, len(images.classes)))
    trainer = Trainer(net, loader, lr=0.01, device="cuda" if torch.cuda.is_available() else "cpu")
    trainer.fit(10)
    trainer.save(Path("leaves.pt"))
