from __future__ import print_function

import torch
import torch.nn as nn
import torch.nn.functional as F
import torch.optim as optim
from torch.autograd import Variable
from torchvision import datasets, transforms


class Net(nn.Module):
    def __init__(self):
        super(Net, self).__init__()
        self.conv1 = nn.Conv2d(1, 10, kernel_size=5)
        self.drop = nn.Dropout2d()
        self.fc = nn.Linear(1440, 10)

    def forward(self, x):
        x = F.relu(F.max_pool2d(self.drop(self.conv1(x)), 2))
        return F.log_softmax(self.fc(x.view(-1, 1440)), dim=1)


tf = transforms.ToTensor()
train_loader = torch.utils.data.DataLoader(datasets.MNIST("data", train=True, transform=tf), batch_size=64, shuffle=True)
test_loader = torch.utils.data.DataLoader(datasets.MNIST("data", train=False, transform=tf), batch_size=1000)
model = Net()
optimizer = optim.SGD(model.parameters(), lr=0.01)


def train(epoch):
    model.train()
    for data, target in train_loader:
        data, target = Variable(data), Variable(target)
        optimizer.zero_grad()
        loss = F.nll_loss(model(data), target)
        loss.backward()
        optimizer.step()


def test():
    correct = 0
    for data, target in test_loader:
        data, target = Variable(data, volatile=True), Variable(target)
        output = model(data)  # must: missing-eval-mode
        correct += output.data.max(1)[1].eq(target.data).sum()
    print("Test accuracy: {}/{}".format(correct, len(test_loader.dataset)))


for epoch in range(1, 11):
    train(epoch)
test()
