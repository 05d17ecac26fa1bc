import torch
from torch import nn, optim
from torch.utils.data import DataLoader, random_split
from torchvision import transforms
from torchvision.datasets import EuroSAT
from torchvision.models import resnet18

SIZES = [0.8, 0.2]
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
torch.manual_seed(11)

scenes = EuroSAT("data", download=True, transform=transforms.ToTensor())


def train_loader():
    part, _ = random_split(scenes, SIZES, generator=torch.Generator().manual_seed(11))
    return DataLoader(part, batch_size=128, shuffle=True, num_workers=2)


def test_loader():
    _, part = random_split(scenes, SIZES, generator=torch.Generator().manual_seed(12))  # must: split-repeated-with-other-seed
    return DataLoader(part, batch_size=256, num_workers=2)


@torch.no_grad()
def accuracy(model, loader):
    model.eval()
    hits = total = 0
    for image, label in loader:
        answer = model(image.to(device)).argmax(1).cpu()
        hits += (answer == label).sum().item()
        total += len(label)
    return hits / total


def main(epochs=8):
    model = resnet18(num_classes=10).to(device)
    optimizer = optim.AdamW(model.parameters(), lr=3e-4)
    criterion = nn.CrossEntropyLoss()
    loader = train_loader()
    for epoch in range(epochs):
        model.train()
        for image, label in loader:
            optimizer.zero_grad()
            loss = criterion(model(image.to(device)), label.to(device))
            loss.backward()
            optimizer.step()
        print("epoch", epoch, "loss", loss.item())
    print("accuracy", accuracy(model, test_loader()))


if __name__ == "__main__":
    main()
