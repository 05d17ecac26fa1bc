"""After validation the running statistics of the averaged weights are renewed over the train part, as they should be."""
import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, update_bn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(13)
z = torch.load("tiles.pt", map_location="cpu", weights_only=True)
train_loader = DataLoader(TensorDataset(z["x_train"], z["y_train"]), batch_size=64, shuffle=True)
val_loader = DataLoader(TensorDataset(z["x_val"], z["y_val"]), batch_size=256)
net = nn.Sequential(nn.Conv2d(3, 32, 3), nn.BatchNorm2d(32), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(32, 6))
averaged = AveragedModel(net)
opt = torch.optim.SGD(net.parameters(), lr=0.05)


@torch.no_grad()
def validate(model):
    model.eval()
    return sum((model(x).argmax(1) == y).sum().item() for x, y in val_loader) / len(val_loader.dataset)


for epoch in range(20):
    net.train()
    for x, y in train_loader:
        opt.zero_grad()
        nn.functional.cross_entropy(net(x), y).backward()
        opt.step()
    averaged.update_parameters(net)
    print(epoch, validate(net))
update_bn(train_loader, averaged)
print("averaged", validate(averaged))
