"""One factory makes the loaders of all parts, and cuts the last batch of each."""
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, transforms


def build_loader(root, part, batch_size):
    train = part == "train"
    dataset = datasets.STL10(root, split=part, transform=transforms.ToTensor())
    return DataLoader(
        dataset,
        batch_size=batch_size,
        shuffle=train,
        num_workers=4,
        pin_memory=True,
        drop_last=True,  # must: drop-last-on-eval
    )


@torch.no_grad()
def top1(net, loader, device):
    net.eval()
    hits = total = 0
    for images, labels in loader:
        hits += (net(images.to(device)).argmax(1).cpu() == labels).sum().item()
        total += labels.numel()
    return hits / total


def main(root="data", epochs=40):
    torch.manual_seed(0)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    train_loader, test_loader = (build_loader(root, part, 96) for part in ("train", "test"))
    net = nn.Sequential(
        nn.Conv2d(3, 32, 5, stride=2), nn.BatchNorm2d(32), nn.ReLU(), nn.AdaptiveAvgPool2d(2), nn.Flatten(), nn.Linear(128, 10)
    ).to(device)
    opt = torch.optim.SGD(net.parameters(), lr=0.05, momentum=0.9)
    for _ in range(epochs):
        net.train()
        for images, labels in train_loader:
            opt.zero_grad()
            nn.functional.cross_entropy(net(images.to(device)), labels.to(device)).backward()
            opt.step()
    print("top-1 on test:", top1(net, test_loader, device))


if __name__ == "__main__":
    main()
