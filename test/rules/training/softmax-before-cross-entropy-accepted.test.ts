import { expectFindings } from "../expect-findings.js";

const rule = "softmax-before-cross-entropy";

const head = `import torch
import torch.nn as nn
import torch.nn.functional as F
from torch import softmax
from collections import OrderedDict
from functools import partial
`;

const find = (source: string): void => expectFindings(rule, head + source);
const silent = find;

describe(`${rule}: what is accepted`, () => {
  it("accepts Keras losses on probabilities, and models that end in scores", () =>
    expectFindings(
      rule,
      `import keras
from keras import layers
model = keras.Sequential([layers.Dense(4, activation="relu"), layers.Dense(3, activation="softmax")])
model.compile(loss=keras.losses.CategoricalCrossentropy())
model.compile(loss="categorical_crossentropy")
model.compile(loss=keras.losses.BinaryCrossentropy(from_logits=True))
scores = keras.Sequential([layers.Dense(4, activation="softmax"), layers.Dense(3)])
scores.compile(loss=keras.losses.CategoricalCrossentropy(from_logits=True))
`,
    ));

  it("accepts a softmax that a branch decides about", () =>
    silent(`class Net(nn.Module):
    def __init__(self, with_softmax):
        super().__init__()
        layers = [nn.Linear(4, 3)]
        if with_softmax:
            layers.append(nn.Softmax(1))
        self.fc = nn.Sequential(*layers)

    def forward(self, x):
        if not self.training:
            return F.softmax(self.fc(x), 1)
        return self.fc(x)

net = Net(flag)
loss = nn.CrossEntropyLoss()(net(x), y)
probs = F.softmax(net(x), dim=1)
loss = F.cross_entropy(probs if flag else net(x), y)
`));

  it("accepts a flag that is off by default, and finds it where it is on", () =>
    find(`class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)

    def forward(self, x, probabilities=False):
        out = self.fc(x)
        return F.softmax(out, 1) if probabilities else out
               ~~~~~~~~~~~~~~~~~

net = Net()
loss = F.cross_entropy(net(x), y)
loss = F.cross_entropy(net(x, probabilities=True), y)
`));

  it("accepts the log of probabilities, products and what goes through further layers", () =>
    silent(`net, mix = nn.Linear(4, 3), nn.Linear(3, 3)
probs = F.softmax(net(x), dim=1)
F.cross_entropy(torch.log(probs), y)
F.cross_entropy(probs.log(), y)
F.cross_entropy(mix(probs), y)
F.cross_entropy(probs @ values, y)
F.cross_entropy(probs * values, y)
F.cross_entropy(probs.sum(1), y)
`));

  it("accepts soft targets, NLLLoss, BCE and losses of one's own", () =>
    silent(`class SoftCE(nn.Module):
    def forward(self, probs, y):
        return -(y * torch.log(probs)).sum(1).mean()

F.cross_entropy(net(x), F.softmax(teacher(x), dim=1))
nn.CrossEntropyLoss()(net(x), target=teacher(x).softmax(1))
nn.NLLLoss()(F.log_softmax(net(x), 1), y)
nn.BCELoss()(torch.softmax(net(x), 1)[:, 1], y)
SoftCE()(F.softmax(net(x), 1), y)
`));

  it("accepts a Sequential whose last layer was replaced", () =>
    silent(`net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(1))
net[1] = nn.Identity()
F.cross_entropy(net(x), y)
`));

  it("accepts functions of the same name from elsewhere", () =>
    expectFindings(
      rule,
      `from mine import softmax, cross_entropy
import torch
loss = cross_entropy(torch.softmax(net(x), 1), y)
loss = torch.nn.functional.cross_entropy(softmax(net(x)), y)
`,
    ));
});
