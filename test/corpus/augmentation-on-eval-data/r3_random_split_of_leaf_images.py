import torch
import torch.nn as nn
import torch.optim as optim
import torchvision
from torch.utils.data import DataLoader, random_split
from torchvision.transforms import v2

torch.manual_seed(42)

augment = v2.Compose(
    [
        v2.ToImage(),
        v2.RandomRotation(25),
        v2.RandomVerticalFlip(),
        v2.RandomResizedCrop((160, 160), scale=(0.5, 1.0)),
        v2.ToDtype(torch.float32, scale=True),
    ]
)


def get_parts(root):
    leaves = torchvision.datasets.ImageFolder(root, augment)
    n_eval = len(leaves) // 5
    sizes = [len(leaves) - n_eval, n_eval]
    return random_split(leaves, sizes, generator=torch.Generator().manual_seed(42))  # must: augmentation-on-eval-data


def run_epoch(net, loader, criterion, optimizer):
    net.train()
    for image, label in loader:
        optimizer.zero_grad()
        loss = criterion(net(image.cuda()), label.cuda())
        loss.backward()
        optimizer.step()


def score(net, loader):
    net.eval()
    with torch.no_grad():
        pairs = [(net(image.cuda()).argmax(1).cpu(), label) for image, label in loader]
    return torch.cat([guess == label for guess, label in pairs]).float().mean().item()


def main():
    train_part, test_part = get_parts("leaves")
    net = torchvision.models.mobilenet_v3_small(num_classes=38).cuda()
    optimizer = optim.SGD(net.parameters(), lr=0.05, momentum=0.9)
    train_loader = DataLoader(train_part, batch_size=64, shuffle=True)
    for _ in range(25):
        run_epoch(net, train_loader, nn.CrossEntropyLoss(), optimizer)
    print("test accuracy", score(net, DataLoader(test_part, batch_size=128)))


if __name__ == "__main__":
    main()
