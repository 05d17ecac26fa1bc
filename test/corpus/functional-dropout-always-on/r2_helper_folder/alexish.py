# main
import torch
import torch.nn as nn
import torch.nn.functional as F

from ops import conv_relu


class Small(nn.Module):
    def __init__(self, classes):
        super(Small, self).__init__()
        self.c1, self.c2 = nn.Conv2d(3, 32, 3), nn.Conv2d(32, 64, 3)
        self.fc1, self.fc2 = nn.Linear(2304, 128), nn.Linear(128, classes)

    def features(self, x):
        x = F.max_pool2d(conv_relu(self.c1, x), 2)
        return F.max_pool2d(conv_relu(self.c2, x), 2)

    def forward(self, x):
        x = torch.flatten(F.dropout2d(self.features(x), 0.25), 1)  # must: functional-dropout-always-on
        x = F.relu(self.fc1(x))
        return self.fc2(F.dropout(x, training=self.training))
