import { equal } from "node:assert/strict";
import { expectFindings, findingsOf } from "../expect-findings.js";

const rule = "frozen-params-in-optimizer";
const silent = (source: string, options = {}): void => expectFindings(rule, source, options);

const head = `import itertools
import torch
from torch import nn, optim

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body, self.head = nn.Linear(4, 4), nn.Linear(4, 2)
    def forward(self, x):
        return self.head(self.body(x))

net = Net()
`;
const freeze = `${head}for p in net.body.parameters():\n    p.requires_grad = False\n`;
const marked = ["opt = optim.AdamW(net.parameters(), lr=1e-3)", "                  ~~~~~~~~~~~~~~~~"].join("\n");

describe("frozen-params-in-optimizer", () => {
  it("marks what the optimizer is given", () =>
    expectFindings(
      rule,
      `${freeze}${marked} \`net.parameters()\` gives the optimizer frozen parameters too: pass those with \`requires_grad\` only.\n`,
    ));

  it("knows the ways of freezing", () => {
    expectFindings(rule, `${head}net.body.requires_grad_(False)\n${marked}\n`);
    expectFindings(
      rule,
      `${head}def freeze(m):\n    for p in m.parameters():\n        p.requires_grad_(False)\nfreeze(net.body)\n${marked}\n`,
    );
    expectFindings(
      rule,
      `${head}for n, p in net.named_parameters():\n    if n.startswith("body"):\n        p.requires_grad = False\n${marked}\n`,
    );
  });

  it("finds what is frozen after the optimizer was made", () =>
    expectFindings(
      rule,
      `${head}${marked} \`net.parameters()\` gives the optimizer frozen parameters too, and they are frozen only after it is made: pass those with \`requires_grad\` only.
net.body.requires_grad_(False)
`,
    ));

  it("finds groups, chains and helpers", () => {
    expectFindings(
      rule,
      `${freeze}opt = optim.Adam([{"params": net.body.parameters()}, {"params": net.head.parameters()}])
                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`,
    );
    expectFindings(
      rule,
      `${freeze}def build(model):
    return optim.SGD(model.parameters(), 0.1, momentum=0.9)
                     ~~~~~~~~~~~~~~~~~~
opt = build(net)
`,
    );
  });

  it("offers a filter", () =>
    equal(
      findingsOf(rule, `${freeze}opt = optim.Adam(net.parameters())\n`)[0]?.fixes[0]?.edits[0]?.newText,
      "[p for p in net.parameters() if p.requires_grad]",
    ));

  it("accepts filters", () => {
    silent(`${freeze}opt = optim.Adam([p for p in net.parameters() if p.requires_grad])\n`);
    silent(`${freeze}opt = optim.Adam(filter(lambda p: p.requires_grad, net.parameters()))\n`);
    silent(`${freeze}opt = optim.Adam(p for n, p in net.named_parameters() if p.requires_grad)\n`);
    silent(`${freeze}opt = optim.Adam(net.head.parameters())\n`);
  });

  it("accepts an optimizer that does nothing without a gradient", () =>
    silent(`${freeze}opt = optim.SGD(net.parameters(), lr=0.1)\n`));

  it("accepts layers that are unfrozen later", () => {
    silent(
      `${freeze}opt = optim.Adam(net.parameters())\nfor epoch in range(9):\n    if epoch == 5:\n        net.body.requires_grad_(True)\n`,
    );
    silent(
      `${freeze}opt = optim.Adam(net.parameters())\ndef unfreeze():\n    for p in net.parameters():\n        p.requires_grad = True\nunfreeze()\n`,
    );
  });

  it("accepts another network's freezing", () => {
    silent(`${head}teacher = Net()\nteacher.requires_grad_(False)\nopt = optim.Adam(net.parameters())\n`);
    silent(`${head}opt = optim.Adam(net.parameters())\n`);
  });

  it("accepts networks whose gradients are switched in turn", () =>
    silent(`${head}other = Net()
opt = optim.Adam(net.parameters())
for x in data:
    for p in net.parameters():
        p.requires_grad = False
    other(net(x)).mean().backward()
    for p in net.parameters():
        p.requires_grad = True
    net(x).mean().backward()
    opt.step()
`));

  describe("of a first stage, frozen for the second", () => {
    const stages = (second: string): string => `${head}def stage(loader, opt):
    for x in loader:
        opt.zero_grad()
        net(x).mean().backward()
        opt.step()

first = optim.Adam(net.parameters())
stage(batches, first)
net.body.requires_grad_(False)
${second}
`;
    it("accepts it where another optimizer goes on", () =>
      silent(stages("stage(batches, optim.Adam(net.head.parameters()))")));
    it("finds it where the same one goes on", () =>
      expectFindings(
        rule,
        stages("stage(batches, first)").replace(
          "first = optim.Adam(net.parameters())",
          "first = optim.Adam(net.parameters())\n                   ~~~~~~~~~~~~~~~~",
        ),
      ));
  });

  it("finds it behind a layer that was put into a part out of sight", () =>
    expectFindings(
      rule,
      `import torch
from torchvision.models import vgg11

net = vgg11(weights="DEFAULT")
net.classifier[6] = torch.nn.Linear(4096, 3)
net.classifier[6].requires_grad_(False)
opt = torch.optim.Adam(net.parameters())
                       ~~~~~~~~~~~~~~~~
`,
    ));
});
