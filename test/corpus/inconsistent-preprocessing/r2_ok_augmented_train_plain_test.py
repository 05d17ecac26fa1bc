"""Random crops for learning and a central crop for testing; the constants are the same."""
import torch
from torch.utils.data import DataLoader
from torchvision import datasets, models, transforms as T

torch.manual_seed(23)
tail = [T.ToTensor(), T.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])]
learn_tf = T.Compose([T.RandomResizedCrop(224), T.RandomHorizontalFlip(), *tail])
plain_tf = T.Compose([T.Resize(256), T.CenterCrop(224), *tail])
train = DataLoader(datasets.ImageFolder("dogs/train", learn_tf), 32, shuffle=True)
test = DataLoader(datasets.ImageFolder("dogs/test", plain_tf), 64)
net = models.resnet34(weights=models.ResNet34_Weights.IMAGENET1K_V1)
net.fc = torch.nn.Linear(net.fc.in_features, 120)
opt = torch.optim.SGD(net.parameters(), lr=1e-3, momentum=0.9)
for epoch in range(5):
    net.train()
    for x, y in train:
        opt.zero_grad()
        torch.nn.functional.cross_entropy(net(x), y).backward()
        opt.step()
net.eval()
with torch.no_grad():
    right = sum((net(x).argmax(1) == y).sum().item() for x, y in test)
print(right / len(test.dataset))
