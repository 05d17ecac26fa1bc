import torch
from torch import nn
from torchvision.models import vgg16_bn

from flowers import flower_loader

net = vgg16_bn(weights="DEFAULT")
opt = torch.optim.SGD(net.parameters(), lr=1e-3, momentum=0.9, weight_decay=5e-4)
net.classifier[6] = nn.Linear(4096, 102)  # must: model-moved-after-optimizer
net.cuda()
ce = nn.CrossEntropyLoss()

for epoch in range(10):
    net.train()
    for x, y in flower_loader():
        opt.zero_grad()
        ce(net(x.cuda()), y.cuda()).backward()
        opt.step()
torch.save(net.state_dict(), "flowers.pt")
