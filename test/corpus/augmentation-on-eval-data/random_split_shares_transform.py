import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader, random_split
from torchvision import datasets
from torchvision import transforms as T

torch.manual_seed(42)

augment = T.Compose([T.Resize((64, 64)), T.RandomRotation(20), T.RandomVerticalFlip(), T.ToTensor()])
leaves = datasets.ImageFolder("leaves", transform=augment)
n_val = int(len(leaves) * 0.2)
train_leaves, val_leaves = random_split(leaves, [len(leaves) - n_val, n_val])  # must: augmentation-on-eval-data
loaders = {
    "train": DataLoader(train_leaves, batch_size=32, shuffle=True),
    "val": DataLoader(val_leaves, batch_size=32),
}

net = nn.Sequential(
    nn.Conv2d(3, 16, 5, stride=2), nn.ReLU(), nn.AdaptiveAvgPool2d(4), nn.Flatten(), nn.Linear(256, len(leaves.classes))
)
optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)

for epoch in range(25):
    for phase in ("train", "val"):
        net.train(phase == "train")
        hits, total = 0, 0
        for x, y in loaders[phase]:
            with torch.set_grad_enabled(phase == "train"):
                logits = net(x)
                if phase == "train":
                    optimizer.zero_grad()
                    F.cross_entropy(logits, y).backward()
                    optimizer.step()
            hits += (logits.argmax(1) == y).sum().item()
            total += len(y)
        print(epoch, phase, hits / total)
