import { expectFindings, findingsOf } from "../expect-findings.js";
import { equal } from "node:assert/strict";

const rule = "missing-no-grad";

/** A trainer whose base class, in another file, goes backward. */
const base = `class Steps:
    def _make_step(self, loss):
        loss.backward()
        self.optimizer.step()
`;

describe("missing-no-grad: calls that train on some way", () => {
  it("follows a loss of many possible models into the class that goes backward", () =>
    expectFindings(
      rule,
      `from transformers import AutoModelForSequenceClassification
from torch import nn, optim
from steps import Steps

class Head(nn.Module):
    def forward(self, tokens=None, labels=None, as_dict=None):
        logits = self.linear(tokens)
        loss = self.criterion(logits, labels)
        if not as_dict:
            rest = (logits,)
            return (loss,) + rest if labels is not None else rest
        return Output(loss=loss, logits=logits)

class Classifier(Steps):
    def __init__(self, name, config, is_binary):
        if name:
            if is_binary:
                self.model = Head()
            else:
                self.model = AutoModelForSequenceClassification.from_pretrained(name)
        else:
            self.model = AutoModelForSequenceClassification.from_config(config)
        self.optimizer = optim.AdamW(self.model.parameters())
        self.model.eval()

    def train_on_batch(self, batch):
        self.optimizer.zero_grad()
        loss = self.model(**batch).loss
        self._make_step(loss)
        return loss.item()
`,
      { files: { "steps.py": base } },
    ));

  it("is silent where a flag that nobody in sight sets says whether the call trains", () =>
    expectFindings(
      rule,
      `import torch
from torch import nn

class Tagger:
    def __init__(self):
        self.net = nn.Linear(4, 2)
        self.criterion = nn.CrossEntropyLoss()
        self.optimizer = torch.optim.Adam(self.net.parameters())

    def update(self, x, y, eval=False):
        if eval:
            self.net.eval()
        else:
            self.net.train()
            self.optimizer.zero_grad()
        loss = self.criterion(self.net(x), y)
        value = loss.item()
        if eval:
            return value
        loss.backward()
        self.optimizer.step()
        return value
`,
    ));

  it("speaks where a caller asks for an evaluation by the flag", () => {
    const found = findingsOf(
      rule,
      `import torch
from torch import nn

net = nn.Linear(4, 2)
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(net.parameters())

def run(x, y, train):
    if train:
        net.train()
    else:
        net.eval()
    loss = criterion(net(x), y)
    if train:
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return loss.item()

for x, y in batches:
    run(x, y, True)
for x, y in held_out:
    print(run(x, y, False))
`,
    );
    equal(found.length, 1);
  });

  it("changes the call that evaluates, and not the function that training calls too", () => {
    const code = `import torch
from torch import nn

net = nn.Linear(4, 2)
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(net.parameters())

def adapt(model, batch):
    x, y = batch
    logits = model(x)
    return criterion(logits, y), (logits.argmax(1) == y).float().mean()

for epoch in range(10):
    net.train()
    for batch in train_loader:
        loss, acc = adapt(net, batch)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    net.eval()
    for batch in valid_loader:
        loss, acc = adapt(net, batch)
        print(loss.item(), acc.item())
`;
    const [found] = findingsOf(rule, code);
    equal(found?.start.line, 10);
    equal(found.related[0]?.start.line, 22);
    const [edit] = found.fixes[0]?.edits ?? [];
    equal(edit?.start.line, 21);
    equal(edit.newText.split("\n")[0], "with torch.no_grad():");
  });

  it("knows the context managers of libraries whose modules are called like those of PyTorch", () => {
    const program = (context: string, mark = ""): string => `import paddle
import torch
from torch import nn

model = nn.Linear(4, 2)
optimizer = torch.optim.SGD(model.parameters(), 0.1)

def train(loader):
    model.train()
    for x, y in loader:
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x), y).backward()
        optimizer.step()

def validate(loader):
    model.eval()
    right = 0
    with ${context}:
        for x, y in loader:
            right += (model(x).argmax(1) == y).sum().item()
${mark}    return right
`;
    expectFindings(rule, program("paddle.no_grad()"));
    expectFindings(rule, program("paddle.LazyGuard()", "                      ~~~~~~~~\n"));
  });
});
