import rule from "../../../src/rules/testing/best-epoch-on-test.js";
import { expectFindings } from "../expect-findings.js";

const setup = `import copy
import torch
from torch.utils.data import DataLoader, random_split
first, second = random_split(rows, [800, 200])
loader = DataLoader(first, shuffle=True)
held = DataLoader(second)
net = torch.nn.Sequential(torch.nn.Linear(8, 64), torch.nn.ReLU(), torch.nn.Linear(64, 3))
optimizer = torch.optim.Adam(net.parameters())
def train():
    net.train()
    for x, y in loader:
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(net(x), y).backward()
        optimizer.step()
@torch.no_grad()
def accuracy(data):
    net.eval()
    right = 0
    for x, y in data:
        right += (net(x).argmax(1) == y).sum().item()
    return right / len(data.dataset)
`;

describe("best-epoch-on-test: what is accepted", () => {
  it("accepts a validation part", () =>
    expectFindings(
      rule,
      `${setup}val_loader = held
best = 0
for epoch in range(50):
    train()
    score = accuracy(val_loader)
    if score > best:
        best = score
`.replaceAll("second", "val_set"),
    ));

  it("accepts a part called test where another is scored at the end", () =>
    expectFindings(
      rule,
      `${setup}best = 0
for epoch in range(50):
    train()
    score = accuracy(held)
    if score > best:
        best = score
        torch.save(net.state_dict(), "best.pt")
print("holdout", accuracy(DataLoader(final_val_set)))
`,
    ));

  it("accepts a choice by the validation score beside a test score", () =>
    expectFindings(
      rule,
      `import torch
def run(net, train_loader, val_loader, test_loader):
    best = 0
    for epoch in range(9):
        train_epoch(net, train_loader)
        val_acc = evaluate(net, val_loader)
        test_acc = evaluate(net, test_loader)
        if val_acc > best:
            best, best_test = val_acc, test_acc
    return best_test
`,
    ));

  it("accepts scores that choose nothing", () =>
    expectFindings(
      rule,
      `${setup}for epoch in range(50):
    train()
    print(epoch, accuracy(held))
`,
    ));

  it("accepts the best training loss", () =>
    expectFindings(
      rule,
      `${setup}best = 9.0
for epoch in range(50):
    train()
    loss = 1 - accuracy(loader)
    if loss < best:
        best = loss
print(accuracy(held))
`,
    ));

  it("accepts the worst batch of an evaluation", () =>
    expectFindings(
      rule,
      `${setup}train()
max_loss = 0
for x, y in held:
    loss = torch.nn.functional.cross_entropy(net(x), y).item()
    if loss > max_loss:
        max_loss = loss
`,
    ));

  it("accepts rows that are held out, for whatever they are meant", () =>
    expectFindings(
      rule,
      `import torch

def fit(net, batches, held_out, update, accuracy, epochs):
    best = 0.0
    for _ in range(epochs):
        for batch in batches:
            update(net, batch)
        net.eval()
        with torch.no_grad():
            hits = [(net(x).argmax(1) == y).float().mean().item() for x, y in held_out]
        score = sum(hits) / len(hits)
        if score > best:
            best = score
            torch.save(net.state_dict(), "best.pt")
    return best
`,
    ));
});
