from collections import defaultdict
from dataclasses import dataclass, field

import torch
from torch import nn


@dataclass
class History:
    rows: dict = field(default_factory=lambda: defaultdict(list))

    def note(self, **values):
        for name, value in values.items():
            self.rows[name].append(value)

    def last(self, name, n=100):
        tail = self.rows[name][-n:]
        return sum(tail) / len(tail)


class Detector(nn.Module):
    def __init__(self, anchors=9):
        super().__init__()
        self.trunk = nn.Sequential(nn.Conv2d(3, 64, 3, stride=4, padding=1), nn.ReLU(), nn.Conv2d(64, 128, 3, stride=4, padding=1), nn.ReLU())
        self.boxes = nn.Conv2d(128, 4 * anchors, 1)
        self.objectness = nn.Conv2d(128, anchors, 1)

    def forward(self, x):
        h = self.trunk(x)
        return self.boxes(h), self.objectness(h)


def train(loader, epochs=50):
    torch.manual_seed(19)
    net, history = Detector(), History()
    optimizer = torch.optim.SGD(net.parameters(), lr=0.01, momentum=0.9)
    for epoch in range(epochs):
        net.train()
        for image, box, present in loader:
            b, o = net(image)
            box_loss = nn.functional.smooth_l1_loss(b, box)
            obj_loss = nn.functional.binary_cross_entropy_with_logits(o, present)
            loss = box_loss + obj_loss
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            history.rows["total"].append(loss.item())
            history.rows["box"].append(box_loss)  # must: loss-accumulates-graph
        print(epoch, history.last("total"), float(history.last("box")))
    return net, history
