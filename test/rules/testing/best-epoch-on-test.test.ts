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

describe("best-epoch-on-test", () => {
  it("follows the score through functions", () =>
    expectFindings(
      rule,
      `${setup}best = 0
for epoch in range(50):
    train()
    score = accuracy(held)
    if score > best:
       ~~~~~~~~~~~~ \`score\` is a score on the test part, and it chooses the epoch: choose by a validation part.
        best = score
        state = copy.deepcopy(net.state_dict())
print("test accuracy", best)
`,
    ));

  it("knows max, and speaks once", () =>
    expectFindings(
      rule,
      `${setup}best_acc = 0
for epoch in range(50):
    train()
    score = accuracy(held)
    is_best = score > best_acc
              ~~~~~~~~~~~~~~~~
    best_acc = max(score, best_acc)
    save(net.state_dict(), is_best)
`,
    ));

  it("knows patience", () =>
    expectFindings(
      rule,
      `${setup}lowest, wait = 9.0, 0
for epoch in range(50):
    train()
    error = 1 - accuracy(held)
    if error < lowest - 1e-4:
       ~~~~~~~~~~~~~~~~~~~~~
        lowest, wait = error, 0
    else:
        wait += 1
        if wait > 5:
            break
`,
    ));

  it("reads attributes of a trainer", () =>
    expectFindings(
      rule,
      `import torch
class Trainer:
    def __init__(self, net, train_loader, test_loader):
        self.net, self.train_loader, self.test_loader = net, train_loader, test_loader
        self.optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
        self.best = 0
    def fit(self):
        for epoch in range(9):
            self.epoch()
            acc = self.score()
            if acc > self.best:
               ~~~~~~~~~~~~~~~
                self.best = acc
                torch.save(self.net.state_dict(), "best.pt")
    def epoch(self):
        self.net.train()
        for x, y in self.train_loader:
            self.optimizer.zero_grad()
            torch.nn.functional.cross_entropy(self.net(x), y).backward()
            self.optimizer.step()
    def score(self):
        self.net.eval()
        hits = 0
        with torch.no_grad():
            for x, y in self.test_loader:
                hits += (self.net(x).argmax(1) == y).sum().item()
        return hits / len(self.test_loader.dataset)
`,
    ));

  it("follows masks of a graph", () =>
    expectFindings(
      rule,
      `import torch
optimizer = torch.optim.Adam(net.parameters())
best = 0
for epoch in range(200):
    net.train()
    optimizer.zero_grad()
    out = net(graph.x)
    torch.nn.functional.cross_entropy(out[graph.train_mask], graph.y[graph.train_mask]).backward()
    optimizer.step()
    guess = net(graph.x).argmax(1)
    test_acc = (guess[graph.test_mask] == graph.y[graph.test_mask]).float().mean().item()
    if test_acc > best:
       ~~~~~~~~~~~~~~~
        best = test_acc
`,
    ));

  it("knows stoppers out of sight, and epochs of Keras", () =>
    expectFindings(
      rule,
      `import keras
from pytorchtools import EarlyStopping
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = keras.Sequential([keras.layers.Dense(10)])
model.compile("adam", "mse")
stopper = EarlyStopping(patience=5)
for epoch in range(20):
    model.fit(x_train, y_train, epochs=1)
    loss = model.evaluate(x_test, y_test)
    stopper(loss, model)
    ~~~~~~~~~~~~~~~~~~~~
`,
    ));

  it("knows a mask that is handed to another file", () =>
    expectFindings(
      rule,
      `import torch
from steps import step, right

def run(net, graph, optimizer):
    best = 0.0
    for epoch in range(100):
        step(net, graph, optimizer)
        score = right(net, graph, graph.test_mask)
        if score > best:
           ~~~~~~~~~~~~
            best = score
    print(best)
`,
      {
        files: {
          "steps.py": `import torch
def step(net, graph, optimizer):
    net.train()
    optimizer.zero_grad()
    scores = net(graph.x, graph.edge_index)
    torch.nn.functional.cross_entropy(scores[graph.train_mask], graph.y[graph.train_mask]).backward()
    optimizer.step()
@torch.no_grad()
def right(net, graph, nodes):
    net.eval()
    scores = net(graph.x, graph.edge_index)
    return (scores.argmax(1)[nodes] == graph.y[nodes]).float().mean().item()
`,
        },
      },
    ));
});
