import torch
from torch.utils.data import DataLoader, Subset
from torchvision import datasets, transforms as T

torch.manual_seed(8)
plain = T.Compose([T.Resize((128, 128)), T.ToTensor()])
noisy = T.Compose([T.RandomHorizontalFlip(), T.RandomAffine(10), plain])
for_training = datasets.ImageFolder("leaves", noisy)
for_testing = datasets.ImageFolder("leaves", plain)
order = torch.randperm(len(for_training)).tolist()
cut = len(order) // 5
train_loader = DataLoader(Subset(for_training, order[cut:]), 32, shuffle=True)
test_loader = DataLoader(Subset(for_testing, order[:cut]), 32)
net = torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(3 * 128 * 128, len(for_training.classes)))
opt = torch.optim.Adam(net.parameters(), lr=1e-4)
for epoch in range(10):
    net.train()
    for x, y in train_loader:
        opt.zero_grad()
        torch.nn.functional.cross_entropy(net(x), y).backward()
        opt.step()
net.eval()
with torch.no_grad():
    print(sum((net(x).argmax(1) == y).sum().item() for x, y in test_loader) / cut)
