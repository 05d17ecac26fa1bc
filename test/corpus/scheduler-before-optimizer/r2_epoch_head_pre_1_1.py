from __future__ import division

import torch.optim as optim
from torch.autograd import Variable
from torch.optim import lr_scheduler

from nets import Siamese, ContrastiveLoss
from pairs import pair_loader

net = Siamese().cuda()
criterion = ContrastiveLoss(margin=2.0)
optimizer = optim.SGD(net.parameters(), lr=0.01, momentum=0.9)
exp_lr = lr_scheduler.MultiStepLR(optimizer, milestones=[10, 20], gamma=0.1)

for epoch in range(30):
    exp_lr.step()  # must: scheduler-before-optimizer
    net.train()
    for i, (left, right, same) in enumerate(pair_loader()):
        left, right, same = Variable(left.cuda()), Variable(right.cuda()), Variable(same.cuda())
        optimizer.zero_grad()
        loss = criterion(net(left), net(right), same)
        loss.backward()
        optimizer.step()
        if i % 20 == 0:
            print("%d %d %.4f" % (epoch, i, loss.item()))
