"""One folder opened twice: the train indices read the augmented view, the others the plain one."""
import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, Subset
from torchvision.datasets import ImageFolder
from torchvision.transforms import v2

torch.manual_seed(8)
plain = [v2.Resize((96, 96)), v2.ToImage(), v2.ToDtype(torch.float32, scale=True)]
augmented = ImageFolder("mushrooms", v2.Compose([v2.RandomHorizontalFlip(), v2.RandomRotation(15), *plain]))
clean = ImageFolder("mushrooms", v2.Compose(plain))

order = np.random.default_rng(8).permutation(len(clean))
n_held = len(order) // 5
train_loader = DataLoader(Subset(augmented, order[n_held:].tolist()), batch_size=64, shuffle=True)
held_loader = DataLoader(Subset(clean, order[:n_held].tolist()), batch_size=64)

net = nn.Sequential(nn.Conv2d(3, 24, 7, 3), nn.ReLU(), nn.AdaptiveMaxPool2d(3), nn.Flatten(), nn.Linear(216, 9))
opt = torch.optim.Adam(net.parameters())
for _ in range(30):
    net.train()
    for x, y in train_loader:
        opt.zero_grad()
        nn.functional.cross_entropy(net(x), y).backward()
        opt.step()
net.eval()
with torch.inference_mode():
    print(sum((net(x).argmax(1) == y).sum().item() for x, y in held_loader) / n_held)
