import torch
import torch.nn as nn
from torch.utils.data import DataLoader
from torchvision import datasets, models, transforms

torch.manual_seed(40)
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
resize = transforms.Compose([transforms.Resize((224, 224)), transforms.ToTensor()])
sets = {p: datasets.ImageFolder(f"hymenoptera/{p}", resize) for p in ("train", "val")}
loaders = {
    "train": DataLoader(sets["train"], batch_size=16, shuffle=True, num_workers=2),
    "val": DataLoader(sets["train"], batch_size=16, num_workers=2),  # must: wrong-split-evaluated
}
net = models.resnet18(num_classes=len(sets["train"].classes)).to(device)
optimizer = torch.optim.SGD(net.parameters(), lr=1e-3, momentum=0.9)
criterion = nn.CrossEntropyLoss()

for epoch in range(25):
    for phase in ("train", "val"):
        net.train(phase == "train")
        hits = 0
        for x, y in loaders[phase]:
            x, y = x.to(device), y.to(device)
            with torch.set_grad_enabled(phase == "train"):
                out = net(x)
                loss = criterion(out, y)
            if phase == "train":
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
            hits += (out.argmax(1) == y).sum().item()
        print(epoch, phase, hits / len(loaders[phase].dataset))
