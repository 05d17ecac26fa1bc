import { deepEqual } from "node:assert/strict";
import { expectFindings, findingsOf } from "../expect-findings.js";

const rule = "loss-accumulates-graph";
const head = `import torch
from torch import nn
from collections import defaultdict, deque

model = nn.Linear(4, 2)
opt = torch.optim.SGD(model.parameters(), lr=0.1)
criterion = nn.CrossEntropyLoss()

def update(loss):
    opt.zero_grad()
    loss.backward()
    opt.step()
`;

const find = (source: string): void => expectFindings(rule, head + source);

describe(rule, () => {
  it("finds a sum, also written out, weighted and smoothed", () =>
    find(`total, weighted, mean = 0.0, 0.0, None
for x, y in loader:
    loss = criterion(model(x), y)
    update(loss)
    total += loss
             ~~~~ \`total\` keeps the graph of every turn of the loop, and memory grows: keep \`loss.item()\`.
    weighted = weighted + loss * len(x)
                          ~~~~
    mean = loss if mean is None else 0.9 * mean + 0.1 * loss
                                                        ~~~~
`));

  it("finds a sum that is reset now and then, and is made anew in each epoch", () =>
    find(`for epoch in range(5):
    running = 0
    for step, (x, y) in enumerate(loader):
        loss = criterion(model(x), y)
        update(loss / 4)
        running -= -loss
                    ~~~~
        if step % 100 == 0:
            print(running)
            running = 0
`));

  it("finds lists, under keys too", () =>
    find(`losses, history = [], {"loss": [], "out": []}
by_name = defaultdict(list)
for x, y in loader:
    out = model(x)
    loss = criterion(out, y)
    update(loss)
    losses.append(loss)
                  ~~~~
    history["loss"].append(loss)
                           ~~~~
    history["out"].append(out)
                          ~~~ \`history["out"]\` keeps the graph of every turn of the loop, and memory grows: keep \`out.detach()\`.
    by_name["all"].append((len(x), loss))
                          ~~~~~~~~~~~~~~ \`by_name["all"]\` keeps the graph of every turn of the loop, and memory grows: call \`.detach()\` on what is kept.
    by_name.setdefault("more", []).append(loss)
                                          ~~~~
`));

  it("finds an attribute, and a loss that a method returns", () =>
    find(`class Trainer:
    def __init__(self, net):
        self.net = net
        self.opt = torch.optim.Adam(net.parameters())
        self.total = 0
        self.history = []

    def step(self, batch):
        loss = self.net(batch).loss
        self.opt.zero_grad()
        loss.backward()
        self.opt.step()
        self.history.append(loss)
                            ~~~~
        return loss, float(loss)

    def fit(self, loader):
        for batch in loader:
            loss, number = self.step(batch)
            self.total += loss
                          ~~~~
            self.total += number
`));

  it("finds each of several losses that are trained on together", () =>
    find(`logs = {"kl": 0.0, "rec": 0.0}
for x, y in loader:
    out = model(x)
    rec = nn.functional.mse_loss(out, y)
    kl = out.pow(2).mean()
    loss = rec + 0.1 * kl
    update(loss)
    logs["kl"] += kl
                  ~~
    logs["rec"] += rec.item()
    for name, value in {"rec": rec, "kl": kl}.items():
        logs[name] += value
                      ~~~~~
`));

  it("finds what a meter keeps where it is handed over", () =>
    find(`class Meter:
    def __init__(self):
        self.sum, self.count = 0, 0

    def update(self, val, n=1):
        self.sum += val * n
        self.count += n

class Meters:
    def __init__(self):
        self.meters = defaultdict(Meter)
        self.loss = Meter()

    def add(self, loss):
        self.loss.update(loss)

meter, meters = Meter(), Meters()
for x, y in loader:
    loss = criterion(model(x), y)
    update(loss)
    meter.update(loss, len(x))
                 ~~~~ \`meter\` keeps the graph of every turn of the loop, and memory grows: keep \`loss.item()\`.
    meters.add(loss)
               ~~~~
    meter.update(loss.item(), len(x))
`));

  it("finds it behind scalers and Accelerate", () =>
    find(`from accelerate import Accelerator
accelerator, scaler = Accelerator(), torch.amp.GradScaler()
a, b = 0, 0
for batch in loader:
    first = net(**batch).loss
    accelerator.backward(first)
    a += first
         ~~~~~
    second = compute(net, batch)
    scaler.scale(second / 2).backward()
    b += second
         ~~~~~~
`));

  it("finds an evaluation with gradients, for which the model was trained", () =>
    find(`for x, y in loader:
    update(criterion(model(x), y))
score = 0
for x, y in val_loader:
    score += criterion(model(x), y)
             ~~~~~~~~~~~~~~~~~~~~~~
`));

  it("offers a number for a loss, and a detached tensor for more", () => {
    const code = `${head}
total, outs = 0, []
for x, y in loader:
    out = model(x)
    loss = criterion(out, y)
    update(loss)
    total += loss
    outs.append(out)
`;
    const edits = findingsOf(rule, code).flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits[0]?.newText));
    deepEqual(edits, [".item()", ".detach()"]);
  });

  it("knows a moving average that begins with a loss which is worked out by hand", () =>
    expectFindings(
      rule,
      `import torch

def fit(policy, optimizer, games):
    mean = None
    for game in games:
        loss = -(policy(game.boards).log_softmax(1)[:, 0] * game.won).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        mean = loss if mean is None else 0.9 * mean + 0.1 * loss
                                                            ~~~~
    return mean.item()
`,
    ));

  it("takes a function at its word that it gives a number", () => {
    const program = (word: string, mark = ""): string => `import torch
from logs import logged_value

net = torch.nn.Linear(3, 1)
opt = torch.optim.SGD(net.parameters(), 0.1)

def plain_loss(loss)${word}:
    for hook in hooks:
        loss = hook(loss)
    return loss

total = 0.0
for x, y in batches:
    opt.zero_grad()
    loss = ((net(x) - y) ** 2).mean()
    loss.backward()
    opt.step()
    total += plain_loss(loss)
${mark}print(total)
`;
    expectFindings("loss-accumulates-graph", program(" -> float"));
  });
});
