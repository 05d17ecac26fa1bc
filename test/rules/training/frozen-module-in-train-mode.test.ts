import { expectFindings } from "../expect-findings.js";

const rule = "frozen-module-in-train-mode";
const silent = (source: string, options = {}): void => expectFindings(rule, source, options);

interface Script {
  readonly network?: string;
  readonly freeze?: readonly string[];
  readonly mode?: readonly string[];
}

const script = ({ network, freeze, mode }: Script = {}): string => `import torch
from torch import nn
import torchvision.models as zoo

net = ${network ?? 'zoo.resnet18(weights="DEFAULT")'}
${(freeze ?? ["for p in net.parameters():", "    p.requires_grad = False"]).join("\n")}
net.fc = nn.Linear(512, 3)
optimizer = torch.optim.Adam(net.fc.parameters())
for epoch in range(5):
${(mode ?? ["net.train()"]).map((line) => `    ${line}`).join("\n")}
    for x, y in loader:
        optimizer.zero_grad()
        nn.functional.cross_entropy(net(x), y).backward()
        optimizer.step()
    net.eval()
    with torch.no_grad():
        print(net(x).argmax(1))
`;

const marked = ["net.train()", "~~~~~~~~~~~"];

describe("frozen-module-in-train-mode", () => {
  it("marks the call that puts it in train mode", () =>
    expectFindings(
      rule,
      script({
        mode: [
          "net.train()",
          "~~~~~~~~~~~ `net.train()` puts the frozen part in train mode too, where batch norm and dropout go on changing: call `eval()` on that part afterwards.",
        ],
      }),
    ));

  it("knows the ways of freezing", () => {
    expectFindings(rule, script({ freeze: ["net.requires_grad_(False)"], mode: marked }));
    expectFindings(
      rule,
      script({ freeze: ["for p in net.parameters():", "    p.requires_grad_(False)"], mode: marked }),
    );
    expectFindings(
      rule,
      script({
        freeze: [
          "for name, p in net.named_parameters():",
          '    if "fc" not in name:',
          "        p.requires_grad = False",
        ],
        mode: marked,
      }),
    );
    expectFindings(
      rule,
      script({
        freeze: ["for name, p in net.named_parameters():", '    p.requires_grad = name.startswith("fc")'],
        mode: marked,
      }),
    );
    expectFindings(
      rule,
      script({
        freeze: ["def freeze(m):", "    for p in m.parameters():", "        p.requires_grad = False", "freeze(net)"],
        mode: marked,
      }),
    );
  });

  it("marks the first pass where nobody sets a mode", () =>
    expectFindings(
      rule,
      `import torch
from torch import nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(3, 8, 3), nn.BatchNorm2d(8))
        self.head = nn.Linear(8, 2)
    def forward(self, x):
        return self.head(self.body(x).mean((2, 3)))

net = Net()
net.body.requires_grad_(False)
optimizer = torch.optim.SGD(net.head.parameters(), 0.1)
for x, y in loader:
    optimizer.zero_grad()
    nn.functional.cross_entropy(net(x), y).backward()
                                ~~~~~~ The frozen part is in train mode here, where batch norm and dropout go on changing: call \`eval()\` on it first.
    optimizer.step()
`,
    ));

  it("finds an eval that train undoes", () => expectFindings(rule, script({ mode: ["net.layer1.eval()", ...marked] })));

  it("follows methods of a trainer", () =>
    expectFindings(
      rule,
      `import torch
from torch import nn
from torchvision.models import densenet121

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = densenet121(pretrained=True)
        for p in self.encoder.parameters():
            p.requires_grad = False
        self.head = nn.Linear(1000, 2)
    def forward(self, x):
        return self.head(self.encoder(x))

class Trainer:
    def __init__(self):
        self.model = Net()
        self.optimizer = torch.optim.Adam(self.model.head.parameters())
    def run(self, loader):
        self.model.train()
        ~~~~~~~~~~~~~~~~~~
        for x, y in loader:
            self.optimizer.zero_grad()
            nn.functional.cross_entropy(self.model(x), y).backward()
            self.optimizer.step()
`,
    ));

  it("accepts a frozen part that is put in eval mode afterwards", () => {
    silent(script({ mode: ["net.train()", "net.eval()"] }));
    silent(
      script({
        mode: ["net.train()", "for m in net.modules():", "    if isinstance(m, nn.BatchNorm2d):", "        m.eval()"],
      }),
    );
    silent(script({ mode: ["net.train()", "net.layer1.eval()"] }));
    silent(script({ mode: ["net.eval()", "net.fc.train()"] }));
  });

  it("accepts a class that keeps it in eval mode", () =>
    silent(`import torch
from torch import nn
from torchvision.models import resnet18

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.backbone = resnet18(weights="DEFAULT")
        self.backbone.requires_grad_(False)
        self.head = nn.Linear(1000, 2)
    def train(self, mode=True):
        super().train(mode)
        self.backbone.eval()
        return self
    def forward(self, x):
        return self.head(self.backbone(x))

net = Net()
optimizer = torch.optim.Adam(net.head.parameters())
for x, y in loader:
    net.train()
    optimizer.zero_grad()
    nn.functional.cross_entropy(net(x), y).backward()
    optimizer.step()
`));

  it("accepts networks whose frozen part computes the same in both modes", () => {
    silent(script({ network: 'zoo.vgg16(weights="DEFAULT")', freeze: ["net.features.requires_grad_(False)"] }));
    silent(script({ network: "nn.Sequential(nn.Linear(4, 512), nn.ReLU())" }));
  });

  it("accepts what is unfrozen again, and normalisation layers alone", () => {
    silent(
      script({
        freeze: [
          "def grads(flag):",
          "    for p in net.parameters():",
          "        p.requires_grad = flag",
          "grads(False)",
          "grads(True)",
        ],
      }),
    );
    silent(
      script({
        freeze: ["for name, p in net.named_parameters():", '    if "bn" in name:', "        p.requires_grad = False"],
      }),
    );
  });

  it("accepts a network that is run without gradients, and one that nobody knows", () => {
    silent(
      script().replace("nn.functional.cross_entropy(net(x), y)", "nn.functional.cross_entropy(net.fc(features), y)"),
    );
    silent(script({ network: "make_network()" }));
  });

  it("accepts layers that a function picks for evaluation mode, one by one", () =>
    silent(script({ mode: ["net.train()", "net.apply(lambda layer: layer.eval() if is_norm(layer) else None)"] })));

  it("finds modules of a table that a trainer freezes and then trains with the rest", () => {
    const trainer = (frozen: readonly string[]): string => `import torch

def want_gradients(module, flag):
    for weight in module.parameters():
        weight.requires_grad = flag

class Trainer:
    def __init__(self, parts, optimizer, still=()):
        self.parts, self.optimizer, self.still = parts, optimizer, still

    def begin(self):
        for name, part in self.parts.items():
${frozen.map((line) => `            ${line}\n`).join("")}
    def step(self, batch):
        self.begin()
        self.optimizer.zero_grad()
        self.parts["head"](self.parts["body"](batch.x)).mean().backward()
        self.optimizer.step()
`;
    const freeze = ["if name in self.still:", "    want_gradients(part, False)"];
    expectFindings(rule, trainer([...freeze, "part.train()\n            ~~~~~~~~~~~~"]));
    silent(trainer([...freeze, "    part.eval()", "else:", "    part.train()"]));
    silent(trainer(["part.train()", ...freeze, "    part.eval()"]));
    silent(trainer([...freeze, "else:", "    want_gradients(part, True)", "part.train()"]));
  });
});
