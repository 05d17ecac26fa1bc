import { deepEqual } from "node:assert/strict";
import { expectFindings, findingsOf } from "../expect-findings.js";

const rule = "softmax-before-cross-entropy";

const head = `import torch
import torch.nn as nn
import torch.nn.functional as F
from torch import softmax
from collections import OrderedDict
from functools import partial
`;

const find = (source: string): void => expectFindings(rule, head + source);

describe(rule, () => {
  it("finds it in the argument, by keyword, from an alias", () =>
    find(`def step(net, x, y):
    return F.cross_entropy(target=y, input=softmax(net(x), dim=1))
                                           ~~~~~~~~~~~~~~~~~~~~~~ \`F.cross_entropy\` applies softmax itself: leave this one out.
`));

  it("finds a softmax under a name of its own, reshaped and masked on the way", () =>
    find(`def step(net, x, y, mask):
    probs = net(x).softmax(-1)
            ~~~~~~~~~~~~~~~~~~
    probs = probs.permute(0, 2, 1).contiguous().view(-1, 10)[mask].float()
    return nn.CrossEntropyLoss()(torch.squeeze(probs + 1e-8), y)
`));

  it("finds the method of a module that forward calls through a helper", () =>
    find(`class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(4, 3)

    def head(self, h):
        return F.log_softmax(self.out(h), dim=1)
               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`criterion\` applies log-softmax itself: leave this one out, or use \`NLLLoss\` with it.

    def forward(self, x):
        return self.head(x)

criterion = nn.CrossEntropyLoss()
net = Net().cuda()
net = nn.DataParallel(net)
for x, y in loader:
    criterion(net(x), y).backward()
`));

  it("finds it in one place of a tuple and under one key of a dict", () =>
    find(`class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b = nn.Linear(4, 3), nn.Linear(4, 3)
        self.softmax = nn.Softmax(dim=1)

    def forward(self, x):
        first = self.softmax(self.a(x))
                ~~~~~~~~~~~~~~~~~~~~~~~
        return {"first": first, "second": self.b(x)}, self.b(x)

def train(loader):
    net, ce = Net(), nn.CrossEntropyLoss()
    for x, y in loader:
        named, plain = net(x)
        loss = ce(named["first"], y) + ce(named["second"], y) + ce(plain, y)
`));

  it("finds the last layer of a Sequential with names", () =>
    find(`net = nn.Sequential(OrderedDict([
    ("fc", nn.Linear(4, 3)),
    ("probabilities", nn.LogSoftmax(dim=1)),
                      ~~~~~~~~~~~~~~~~~~~~
]))
loss = F.cross_entropy(net(x), y)
`));

  it("finds the last of appended layers, behind a dropout that does not matter", () =>
    find(`class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        layers = []
        for a, b in sizes:
            layers += [nn.Linear(a, b), nn.ReLU()]
        layers.append(nn.Softmax(dim=1))
                      ~~~~~~~~~~~~~~~~~
        self.layers = nn.Sequential(*layers)
        self.drop = nn.Dropout(0.1)

    def forward(self, x):
        return self.drop(self.layers(x))

loss = F.cross_entropy(Net([(4, 3)])(x), y)
`));

  it("finds the head that replaced that of a pretrained network", () =>
    find(`from torchvision import models
net = models.resnet18(weights="DEFAULT")
net.fc = nn.Sequential(nn.Linear(512, 3), nn.Softmax(dim=1))
                                          ~~~~~~~~~~~~~~~~~
loss = F.cross_entropy(net(x), y)
`));

  it("marks the loss where the softmax stands in another file", () =>
    expectFindings(
      rule,
      `import torch.nn.functional as F
from net import Net

net = Net()
for x, y in loader:
    loss = F.cross_entropy(net(x), y)
                           ~~~~~~ \`F.cross_entropy\` applies softmax itself, and this comes from a softmax: give it the logits.
`,
      {
        files: {
          "net.py": `from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
    def forward(self, x):
        return self.body(x)
`,
        },
      },
    ));

  it("says it once for the training and the validation loss", () =>
    find(`class Lit(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.ce = nn.CrossEntropyLoss()

    def forward(self, x):
        return F.softmax(self.fc(x), -1)
               ~~~~~~~~~~~~~~~~~~~~~~~~~

    def training_step(self, batch, i):
        return self.ce(self(batch[0]), batch[1])

    def validation_step(self, batch, i):
        return self.ce(self(batch[0]), batch[1])
`));

  it("finds the class that inherits the loss", () =>
    find(`class Weighted(nn.CrossEntropyLoss):
    def __init__(self, weight):
        super().__init__(weight=weight)

loss = Weighted(w)(torch.softmax(net(x), 1), y)
                   ~~~~~~~~~~~~~~~~~~~~~~~~
`));

  it("finds a Keras model of a class of its own in a loop of its own", () =>
    expectFindings(
      rule,
      `import tensorflow as tf
from tensorflow.keras.layers import Dense
from tensorflow.keras import Model

class Net(Model):
    def __init__(self):
        super().__init__()
        self.d1 = Dense(128, activation="relu")
        self.d2 = Dense(10, activation="softmax")
                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

    def call(self, x):
        return self.d2(self.d1(x))

model = Net()
loss_object = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)

@tf.function
def train_step(images, labels):
    with tf.GradientTape() as tape:
        predictions = model(images, training=True)
        loss = loss_object(labels, predictions)
`,
    ));

  it("offers the logits, or the flag that is true", () => {
    const fixes = (code: string): unknown[] =>
      findingsOf(rule, code).flatMap((finding) => finding.fixes.map(({ edits }) => edits[0]?.newText));
    const torch = `import torch
loss = torch.nn.functional.cross_entropy(torch.softmax(net(x), dim=1), y)
loss = torch.nn.functional.cross_entropy(net(x).softmax(-1), y)
`;
    const keras = `import keras
model = keras.Sequential([keras.layers.Dense(2, activation="softmax")])
loss = keras.losses.CategoricalCrossentropy(from_logits=True)(y, model(x))
`;
    deepEqual([...fixes(torch), ...fixes(keras)], ["net(x)", "net(x)", "False"]);
  });
});
