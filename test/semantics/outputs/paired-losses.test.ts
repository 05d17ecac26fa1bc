import { expectFindings } from "../../rules/expect-findings.js";

describe("losses that a library computes", () => {
  it("in a trainer of ignite", () =>
    expectFindings(
      "softmax-before-cross-entropy",
      `
from ignite.engine import create_supervised_trainer
from torch import nn, optim

tagger = nn.Sequential(nn.Linear(40, 12), nn.Softmax(dim=-1))
                                          ~~~~~~~~~~~~~~~~~~
engine = create_supervised_trainer(tagger, optim.SGD(tagger.parameters(), lr=0.1), loss_fn=nn.CrossEntropyLoss())
`,
    ));

  it("in a learner of fastai, all of whose names come by a star", () =>
    expectFindings(
      "sigmoid-with-bceloss",
      `
from fastai.vision.all import *

loaders = ImageDataLoaders.from_folder("leaves", valid_pct=0.2, seed=3)
spots = nn.Sequential(nn.Flatten(), nn.Linear(192, 5), nn.Sigmoid())
learner = Learner(loaders, spots, loss_func=nn.BCEWithLogitsLoss())
                                            ~~~~~~~~~~~~~~~~~~~~~~
learner.fit_one_cycle(3)
`,
    ));

  it("in a runner of Catalyst", () =>
    expectFindings(
      "softmax-before-cross-entropy",
      `
from catalyst import dl
from torch import nn

tagger = nn.Sequential(nn.Linear(40, 12), nn.LogSoftmax(dim=-1))
                                          ~~~~~~~~~~~~~~~~~~~~~
dl.SupervisedRunner().train(model=tagger, criterion=nn.CrossEntropyLoss(), loaders=loaders, num_epochs=2)
`,
    ));

  it("in a network of skorch, which is given a class", () =>
    expectFindings(
      "softmax-before-cross-entropy",
      `
from skorch import NeuralNetClassifier
from torch import nn

class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.score = nn.Linear(40, 12)

    def forward(self, rows):
        return self.score(rows).softmax(dim=-1)
               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

NeuralNetClassifier(Tagger, criterion=nn.CrossEntropyLoss, lr=0.05).fit(rows, labels)
`,
    ));

  it("are left alone where the library takes the logarithm itself, and where scores go into a loss of scores", () =>
    expectFindings(
      "softmax-with-nllloss",
      `
from ignite.engine import create_supervised_trainer
from skorch import NeuralNetClassifier
from torch import nn, optim

class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.score = nn.Linear(40, 12)

    def forward(self, rows):
        return self.score(rows).softmax(dim=-1)

NeuralNetClassifier(Tagger, criterion=nn.NLLLoss).fit(rows, labels)
scores = nn.Linear(40, 12)
create_supervised_trainer(scores, optim.SGD(scores.parameters(), lr=0.1), nn.CrossEntropyLoss())
`,
    ));
});
