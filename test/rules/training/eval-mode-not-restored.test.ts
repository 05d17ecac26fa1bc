import { expectFindings } from "../expect-findings.js";

const rule = "eval-mode-not-restored";
const silent = (source: string, options = {}): void => expectFindings(rule, source, options);

/** Everything that an epoch is made of; `{epoch}` is what the loop over epochs does. */
function program(epoch: string, before = ""): string {
  return `import torch
from torchvision.models import resnet18

net = resnet18(num_classes=3)
opt = torch.optim.SGD(net.parameters(), lr=0.1)
loss_of = torch.nn.CrossEntropyLoss()

def train_batches():
    for x, y in train_loader:
        opt.zero_grad()
        loss_of(net(x), y).backward()
        opt.step()

def check():
    net.eval()
    with torch.no_grad():
        for x, y in val_loader:
            print((net(x).argmax(1) == y).sum())

${before}for epoch in range(9):
${epoch}`;
}

/** The same with the one finding that there is, at the pass that trains. */
function marked(source: string): string {
  const line = "        loss_of(net(x), y).backward()\n";
  const mark =
    "                ~~~~~~ `net` is still in eval mode here after an evaluation: call `net.train()` before training goes on.\n";
  return source.replace(line, line + mark);
}

describe("eval-mode-not-restored", () => {
  it("reports an evaluation at the end of each epoch", () =>
    expectFindings(rule, marked(program("    train_batches()\n    check()\n", "net.train()\n"))));

  it("reports an evaluation at the start of each epoch", () =>
    expectFindings(rule, marked(program("    check()\n    train_batches()\n"))));

  it("reports a model that nobody ever sets to train", () =>
    expectFindings(rule, marked(program("    train_batches()\n    if epoch % 5 == 0:\n        check()\n"))));

  it("reports a helper in the middle of an epoch", () =>
    expectFindings(
      rule,
      `import torch

def sample(model, prompt):
    model.eval()
    return model.generate(prompt)

def train(model, loader, opt):
    model.train()
    for step, batch in enumerate(loader):
        loss = model(**batch).loss
               ~~~~~~~~~~~~~~
        opt.zero_grad()
        loss.backward()
        opt.step()
        if step % 100 == 0:
            print(sample(model, "once"))
`,
    ));

  it("follows the methods of a class", () =>
    expectFindings(
      rule,
      `import torch

class Trainer:
    def __init__(self, model, opt):
        self.model, self.opt = model, opt

    def run(self, train, val):
        self.model.train()
        for epoch in range(5):
            for x, y in train:
                self.opt.zero_grad()
                torch.nn.functional.mse_loss(self.model(x), y).backward()
                                             ~~~~~~~~~~~~~
                self.opt.step()
            self.validate(val)

    @torch.no_grad()
    def validate(self, val):
        self.model.eval()
        for x, y in val:
            self.model(x)
`,
    ));

  it("reports an evaluation in another file", () =>
    expectFindings(
      rule,
      `import torch
from scoring import score

def train(model, loader, val, opt):
    model.train()
    for x, y in loader:
        opt.zero_grad()
        torch.nn.functional.mse_loss(model(x), y).backward()
                                     ~~~~~~~~
        opt.step()
        score(model, val)
`,
      {
        files: {
          "scoring.py":
            "import torch\n\ndef score(m, loader):\n    m.train(False)\n    with torch.no_grad():\n        return [m(x) for x in loader]\n",
        },
      },
    ));

  it("reports the one of two modules that is not set back", () =>
    expectFindings(
      rule,
      `import torch

def train(enc, dec, loader, val, opt):
    for epoch in range(3):
        enc.train()
        for x in loader:
            opt.zero_grad()
            (dec(enc(x)) - x).abs().mean().backward()
             ~~~~~~~~~~~
            opt.step()
        enc.eval()
        dec.eval()
        with torch.no_grad():
            for x in val:
                dec(enc(x))
`,
    ));

  it("accepts train() in the epoch, after the evaluation, or in a helper", () => {
    silent(program("    net.train()\n    train_batches()\n    check()\n"));
    silent(program("    train_batches()\n    check()\n    net.train()\n"));
    silent(program("    check()\n    net.train(True)\n    train_batches()\n"));
    silent(program("    def start():\n        net.train()\n    start()\n    train_batches()\n    check()\n"));
  });

  it("accepts a mode that is restored as it was found", () =>
    silent(program("    train_batches()\n    was = net.training\n    check()\n    net.train(was)\n", "net.train()\n")));

  it("accepts an evaluation after the training", () => {
    silent(program("    train_batches()\n", "net.train()\n") + "check()\n");
    silent(program("    train_batches()\n    if done():\n        check()\n        break\n", "net.train()\n"));
  });

  it("accepts eval mode on purpose: frozen statistics", () => {
    silent(program("    net.eval()\n    train_batches()\n"));
    silent(program("    net.train()\n    net.layer1.eval()\n    train_batches()\n    check()\n"));
    silent(program("    train_batches()\n", "net.eval()\n"));
  });

  it("accepts an attack that is made in eval mode", () =>
    silent(
      `import torch\n\ndef train(model, attack, loader, opt):\n    for x, y in loader:\n        model.eval()\n        harder = attack(model, x)\n        model.train()\n        opt.zero_grad()\n        torch.nn.functional.cross_entropy(model(harder), y).backward()\n        opt.step()\n`,
    ));

  it("accepts the evaluation of a copy", () =>
    silent(
      program(
        "    net.train()\n    train_batches()\n    twin = copy.deepcopy(net)\n    twin.eval()\n    twin(images)\n",
        "import copy\n\n",
      ),
    ));

  it("accepts a net whose layers do the same in both modes", () =>
    silent(
      program("    train_batches()\n    check()\n", "net.train()\n").replace(
        "resnet18(num_classes=3)",
        "torch.nn.Sequential(torch.nn.Linear(8, 8), torch.nn.ReLU())",
      ),
    ));

  it("accepts inference", () =>
    silent(
      "import torch\nfrom torchvision.models import resnet18\n\nnet = resnet18()\nfor x in photos:\n    net.eval()\n    print(net(x))\n",
    ));

  it("knows the class of a parameter by what is asked of it", () => {
    const program = (other: string, mark: string) => `import torch
from torch import nn

class Poet(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(8, 8, num_layers=2, dropout=0.2)

    def forward(self, x):
        return self.rnn(x)[0]

    @torch.no_grad()
    def write_line(self, start):
        self.eval()
        return self(start).argmax(-1)
${other}
def fit(poet, batches):
    adam = torch.optim.Adam(poet.parameters())
    poet.train()
    for x, y in batches:
        adam.zero_grad()
        nn.functional.mse_loss(poet(x), y).backward()
${mark}        adam.step()
        print(poet.write_line(x[:1]))
`;
    expectFindings(rule, program("", "                               ~~~~~~~\n"));
    expectFindings(
      rule,
      program("\nclass Echo(nn.Module):\n    def write_line(self, start):\n        return start\n", ""),
    );
  });
});
