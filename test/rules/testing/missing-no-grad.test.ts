import { equal } from "node:assert/strict";
import { expectFindings, findingsOf } from "../expect-findings.js";

const rule = "missing-no-grad";
const silent = (source: string, options = {}): void => expectFindings(rule, source, options);

const start = `import torch
from torchvision.models import resnet18

model = resnet18(num_classes=4)
model.eval()
`;

describe("missing-no-grad", () => {
  it("marks the pass and names the model", () =>
    expectFindings(
      rule,
      `${start}
for x in photos:
    print(model(x).argmax(1))
          ~~~~~~~~ \`model\` records gradients here that nothing uses: evaluate under \`torch.no_grad()\`.
`,
    ));

  it("knows the model of a function that sets the mode itself", () =>
    expectFindings(
      rule,
      `import torch as t

def accuracy(net, batches):
    net.train(False)
    right = 0
    for x, y in batches:
        _, guess = t.max(net(x), 1)
                         ~~~~~~
        right += (guess == y).sum().item()
    return right
`,
    ));

  it("reports the second loop when only the first is covered", () =>
    expectFindings(
      rule,
      `${start}
def run(loader):
    with torch.no_grad():
        for x in loader:
            print(model(x).max().item())
    for x in loader:
        print(model(x).max().item())
              ~~~~~~~~

run(photos)
`,
    ));

  it("reports a method that validates between epochs", () =>
    expectFindings(
      rule,
      `import torch

class Trainer:
    def __init__(self, model, optimizer):
        self.model, self.optimizer = model, optimizer

    def fit(self, train, val):
        for epoch in range(3):
            self.model.train()
            for x, y in train:
                self.optimizer.zero_grad()
                torch.nn.functional.mse_loss(self.model(x), y).backward()
                self.optimizer.step()
            self.validate(val)

    def validate(self, val):
        self.model.eval()
        total = 0.0
        for x, y in val:
            total += torch.nn.functional.mse_loss(self.model(x), y).item()
                                                  ~~~~~~~~~~~~~
        return total
`,
    ));

  it("reports a loop that scores with neither mode nor context", () =>
    expectFindings(
      rule,
      `import torch
from torch.nn import Linear

net = Linear(3, 2)
opt = torch.optim.SGD(net.parameters(), lr=0.1)
for x, y in train:
    opt.zero_grad()
    torch.nn.functional.cross_entropy(net(x), y).backward()
    opt.step()
for x, y in test:
    hits += (net(x).argmax(1) == y).sum().item()
             ~~~~~~
`,
    ));

  it("decorates a function, and wraps what stands at the top level", () => {
    const inFunction =
      "import torch\n\ndef score(model, xs):\n    model.eval()\n    return [model(x).argmax().item() for x in xs]\n";
    equal(findingsOf(rule, inFunction)[0]?.fixes[0]?.edits[0]?.newText, "@torch.no_grad()\n");
    const [finding] = findingsOf(rule, `${start}for x in photos:\n    y = model(x)\n    print(y)\n`);
    equal(
      finding?.fixes[0]?.edits[0]?.newText,
      "with torch.no_grad():\n    for x in photos:\n        y = model(x)\n        print(y)",
    );
  });

  it("accepts every way of switching gradients off", () => {
    const loop = "for x in photos:\n        print(model(x).argmax(1))\n";
    silent(`${start}with torch.no_grad():\n    ${loop}`);
    silent(`${start}with torch.inference_mode():\n    ${loop}`);
    silent(`${start}with torch.set_grad_enabled(False):\n    ${loop}`);
    silent(`${start}torch.set_grad_enabled(False)\nfor x in photos:\n    print(model(x).argmax(1))\n`);
    silent(`${start}torch.autograd.set_grad_enabled(False)\nprint(model(photo).argmax(1))\n`);
    silent(`${start}@torch.inference_mode()\ndef run():\n    ${loop}\nrun()\n`);
    silent(`${start}def run():\n    ${loop}\nwith torch.no_grad():\n    run()\n`);
    silent(`${start}model.requires_grad_(False)\nprint(model(photo).argmax(1))\n`);
  });

  it("trusts an array that is read without detaching: a caller switches gradients off", () =>
    silent(
      "import torch\n\ndef predict(model, xs):\n    model.eval()\n    return [model(x).cpu().numpy() for x in xs]\n",
    ));

  it("reports an array that is detached first", () =>
    expectFindings(
      rule,
      `import torch

def predict(model, xs):
    model.eval()
    return [model(x).detach().cpu().numpy().argmax() for x in xs]
            ~~~~~~~~
`,
    ));

  it("accepts an output that a caller may go backward from", () =>
    silent(
      "import torch\n\nclass Perceptual:\n    def __init__(self, vgg):\n        self.vgg = vgg\n        self.vgg.eval()\n\n    def distance(self, a, b):\n        return (self.vgg(a) - self.vgg(b)).abs().max()\n",
    ));

  it("accepts attacks, saliency maps and frozen parts that train what is before them", () => {
    silent(`${start}x = photo.clone().requires_grad_()\nscore = model(x).max()\nscore.backward()\n`);
    silent(`${start}x = torch.tensor(photo, requires_grad=True)\nprint(model(x).max().item())\n`);
    silent(`${start}g = torch.autograd.grad(model(photo).max(), photo)\n`);
    silent(
      `${start}art = torch.nn.Linear(2, 2)\nopt = torch.optim.Adam(art.parameters())\nfor z in noise:\n    opt.zero_grad()\n    loss = model(art(z)).sum()\n    loss.backward()\n    opt.step()\n`,
    );
  });

  it("accepts a dry run, and what is decided by a caller", () => {
    silent(`${start}print(model(torch.randn(1, 3, 64, 64)).shape)\n`);
    silent("import torch\n\ndef score(model, x):\n    return model(x).argmax().item()\n");
  });

  it("accepts a pass inside another module", () =>
    silent(
      "import torch\nfrom torch import nn\n\nclass Loss(nn.Module):\n    def __init__(self, net):\n        super().__init__()\n        self.net = net\n        self.net.eval()\n\n    def forward(self, x):\n        return self.net(x).max().item()\n",
    ));

  it("accepts a test of a model", () =>
    silent(
      "import torch\nfrom nets import build\n\ndef test_shape():\n    model = build()\n    model.eval()\n    assert model(load()).argmax() == 3\n",
    ));

  it("accepts inputs that record nothing, as old programs make them", () =>
    silent(
      `${start}from torch.autograd import Variable\nfor x in photos:\n    print(model(Variable(x, volatile=True)).argmax(1))\n`,
    ));

  it("accepts a model of atoms, whose forces are gradients", () => {
    const potential = (library: string): string => `import torch
import ${library}

class Calculator:
    def __init__(self, path):
        self.model = torch.load(path, weights_only=False)
        self.model.eval()

    def forces(self, atoms):
        found = self.model(atoms)
        return found["forces"].detach().cpu().numpy()
`;
    silent(potential("ase"));
    expectFindings(
      rule,
      potential("json").replace("model(atoms)\n", "model(atoms)\n                ~~~~~~~~~~~~~~~~~\n"),
    );
  });

  it("knows `torch` that is handed in", () =>
    silent(`class Ranker:
    def quality(self, torch, rows):
        self.net.eval()
        with torch.no_grad():
            return [self.net(torch.as_tensor(row)).argmax(1).item() for row in rows]
`));

  it("speaks of the model, and not of the loss that is given its output as well", () =>
    expectFindings(
      rule,
      `import torch
from losses import choose

def fit(net: torch.nn.Module, kind, optimizer, rows, held_out):
    criteria = choose(kind).to("cuda")
    for x, y in rows:
        optimizer.zero_grad()
        criteria(net(x), y).backward()
        optimizer.step()
    net.eval()
    criteria.eval()
    total = 0
    for x, y in held_out:
        total += criteria(net(x), y).item()
                          ~~~~~~
    return total
`,
    ));

  it("knows the context under the name that it came by", () =>
    expectFindings(
      "missing-no-grad",
      `import torch
from tools import optional

class Scores:
    def of(self, net, batches):
        quiet_no_grad = optional("torch.no_grad")
        net.eval()
        with quiet_no_grad():
            return [net(x).detach() for x in batches]
`,
    ));
});
