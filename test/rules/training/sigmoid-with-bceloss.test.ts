import { deepEqual } from "node:assert/strict";
import { expectFindings, findingsOf } from "../expect-findings.js";

const rule = "sigmoid-with-bceloss";
const head = `import torch
import torch.nn as nn
import torch.nn.functional as F
from torchvision import models
from torchvision.ops import sigmoid_focal_loss
from transformers import AutoModelForSequenceClassification
`;
const find = (source: string): void => expectFindings(rule, head + source);

const net = (last: string): string => `class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(8, 8), nn.ReLU())
        self.head = nn.Linear(8, 1)
        self.sigmoid = nn.Sigmoid()

    def forward(self, x):
        x = self.head(self.body(x))
        return ${last}

model = Net()
`;

describe(rule, () => {
  it("finds a sigmoid too many: function, method, layer", () =>
    find(`a = F.binary_cross_entropy_with_logits(torch.sigmoid(f(x)), y)
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`F.binary_cross_entropy_with_logits\` applies a sigmoid itself, and its input comes from a sigmoid: give it the scores.
b = nn.BCEWithLogitsLoss()(f(x).sigmoid().squeeze(1), y)
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
c = sigmoid_focal_loss(nn.Sigmoid()(f(x)), y)
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`));

  it("finds it in forward", () =>
    find(`${net("self.sigmoid(x)")}criterion = nn.BCEWithLogitsLoss(pos_weight=w)
for x, y in loader:
    loss = criterion(model(x).view(-1), y)
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`));

  it("finds one too few", () =>
    find(`${net("x.squeeze(-1)")}criterion = nn.BCELoss()
for x, y in loader:
    loss = criterion(model(x), y)
           ~~~~~~~~~~~~~~~~~~~~~~ \`criterion\` takes probabilities, and its input has no sigmoid: use the loss with logits, or apply a sigmoid first.
for x, y in val_loader:
    val_loss = criterion(model(x), y)
`));

  it("finds scores of a library's network, with its own or another head", () =>
    find(`net = models.resnet18(weights=None, num_classes=1)
loss = F.binary_cross_entropy(net(x), y)
       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
other = models.mobilenet_v2()
other.classifier[1] = nn.Linear(1280, 1)
loss = F.binary_cross_entropy(other(x), y)
       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
bert = AutoModelForSequenceClassification.from_pretrained("x", num_labels=1)
loss = nn.BCELoss()(bert(**batch).logits.squeeze(-1), y)
       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`));

  it("finds products of embeddings that are summed up", () =>
    find(`from torch_geometric.nn import SAGEConv

class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = SAGEConv(8, 8)

    def forward(self, x, edges):
        return self.conv(x, edges)

def score(z, pairs):
    return (z[pairs[0]] * z[pairs[1]]).sum(dim=-1)

z = Encoder()(x, edges)
loss = F.binary_cross_entropy(score(z, positive), ones)
       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`));

  it("finds the layers of a model that is known by its annotation", () =>
    find(`class Critic(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(4, 1), nn.Sigmoid())

    def forward(self, x):
        return self.body(x), x

def train(critic: Critic, loader):
    for x, y in loader:
        p, _ = critic(x)
        loss = F.binary_cross_entropy_with_logits(p, y)
               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`));

  it("says once what a discriminator lacks", () =>
    find(`D = nn.Sequential(nn.Conv2d(3, 64, 4), nn.LeakyReLU(0.2), nn.Conv2d(64, 1, 4), nn.Flatten())
bce = nn.BCELoss()
for real in loader:
    d_loss = bce(D(real), ones) + bce(D(fake.detach()), zeros)
             ~~~~~~~~~~~~~~~~~~
    g_loss = bce(D(fake), ones)
`));

  it("is silent about pairs that fit", () =>
    find(`${net("x")}loss = F.binary_cross_entropy_with_logits(model(x), y)
loss = F.binary_cross_entropy(torch.sigmoid(model(x)), y)
loss = nn.BCELoss()(torch.clamp(model(x), 0, 1), y)
loss = nn.BCELoss()(torch.softmax(model(x), 1)[:, 1], y)
`));

  it("is silent about a sigmoid outside of training", () =>
    find(`class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 1)

    def forward(self, x):
        x = self.fc(x)
        return x if self.training else torch.sigmoid(x)

    def predict(self, x):
        return torch.sigmoid(self.fc(x))

net = Net()
loss = F.binary_cross_entropy_with_logits(net(x), y)
`));

  it("is silent about gates and about other heads", () =>
    find(`class Gated(nn.Module):
    def __init__(self):
        super().__init__()
        self.gate, self.value = nn.Linear(8, 1), nn.Linear(8, 1)

    def forward(self, x):
        return torch.sigmoid(self.gate(x)) * self.value(x)

loss = F.binary_cross_entropy_with_logits(Gated()(x), y)
net = models.resnet18()
net.fc = nn.Sequential(nn.Linear(512, 1), nn.Sigmoid())
loss = F.binary_cross_entropy(net(x), y)
inner = models.mobilenet_v2()
inner.classifier[1] = nn.Sequential(nn.Linear(1280, 1), nn.Sigmoid())
loss = F.binary_cross_entropy(inner(x), y)
`));

  it("offers the scores, or the loss that takes them", () => {
    const texts = (code: string): unknown[] =>
      findingsOf(rule, head + code).flatMap(({ fixes }) => fixes.map(({ edits }) => edits[0]?.newText));
    deepEqual(texts("a = nn.BCEWithLogitsLoss()(torch.sigmoid(f(x)), y)\n"), ["f(x)"]);
    deepEqual(texts("a = nn.BCELoss()(nn.Linear(2, 1)(x), y)\n"), ["BCEWithLogitsLoss"]);
    deepEqual(texts("a = F.binary_cross_entropy(nn.Linear(2, 1)(x), y)\n"), ["binary_cross_entropy_with_logits"]);
  });

  it("accepts how much one chance is above another", () =>
    find(`criterion = nn.BCEWithLogitsLoss()
seen, made_up = torch.sigmoid(f(x)), torch.sigmoid(f(z))
loss = criterion(seen - made_up, torch.ones_like(seen))
`));
});
