import { equal } from "node:assert/strict";
import { expectFindings, findingsOf } from "../expect-findings.js";

const rule = "functional-dropout-always-on";
const silent = (source: string, options = {}): void => expectFindings(rule, source, options);

const net = (...lines: readonly string[]): string => `import torch
import torch.nn as nn
import torch.nn.functional as F

class Net(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        self.p = p
        self.fc = nn.Linear(4, 2)

    def forward(self, x):
${lines.map((line) => `        ${line}`).join("\n")}
`;

describe("functional-dropout-always-on", () => {
  it("marks the call and says what to pass", () =>
    expectFindings(
      rule,
      net(
        "x = F.dropout(x, self.p)",
        "    ~~~~~~~~~~~~~~~~~~~~ `F.dropout` drops values in evaluation mode too: pass `training=self.training`.",
        "return self.fc(x)",
      ),
    ));

  it("finds the other forms of dropout, and one that is always on", () => {
    expectFindings(rule, net("return F.dropout2d(self.fc(x), p=0.1)", "       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~"));
    expectFindings(rule, net("return F.dropout(x, 0.5, training=True)", "       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~"));
    expectFindings(rule, net("return F.dropout(x, 0.5, True)", "       ~~~~~~~~~~~~~~~~~~~~~~~"));
    expectFindings(
      rule,
      net("return torch.nn.functional.alpha_dropout(x)", "       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~"),
    );
  });

  it("finds it in a helper and in a method that forward calls", () => {
    expectFindings(
      rule,
      `from torch import nn
from torch.nn.functional import dropout

def attend(q, k):
    return dropout((q @ k).softmax(-1), 0.1)
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.q = nn.Linear(4, 4)
    def forward(self, x):
        return attend(self.q(x), x)
`,
    );
    expectFindings(
      rule,
      `from torch import nn
from torch.nn import functional as fn

class Block(nn.Module):
    def embed(self, x):
        return fn.dropout(x)
               ~~~~~~~~~~~~~
    def forward(self, x):
        return self.embed(x)
`,
    );
  });

  it("finds it in a class of another library", () =>
    expectFindings(
      rule,
      `import torch.nn.functional as F
from torch_geometric.nn import MessagePassing

class Conv(MessagePassing):
    def forward(self, x, edge_index):
        x = F.dropout(x, p=0.6)
            ~~~~~~~~~~~~~~~~~~~
        return self.propagate(edge_index, x=x)
`,
    ));

  it("adds the argument, or replaces it", () => {
    const fix = (line: string): string | undefined => findingsOf(rule, net(line))[0]?.fixes[0]?.edits[0]?.newText;
    equal(fix("return F.dropout(x, 0.2)"), ", training=self.training");
    equal(fix("return F.dropout(x, 0.2, True)"), "self.training");
  });

  it("accepts a mode that is passed, in any position", () => {
    silent(net("return F.dropout(x, 0.5, self.training)"));
    silent(net("return F.dropout(x, p=self.p, training=self.training)"));
    silent(net("return F.dropout(x, training=not self.frozen)"));
    silent(net("return F.dropout(x, **self.options)"));
    silent(net("return F.dropout(x, 0.5, training=False)"));
  });

  it("accepts a test of the mode around it", () => {
    silent(net("if self.training:", "    x = F.dropout(x, 0.5)", "return self.fc(x)"));
    silent(net("return F.dropout(x, 0.0)"));
    silent(net("return F.dropout(x, self.p) if self.training else x"));
  });

  it("accepts dropout that is meant to stay on", () => {
    silent(`# Monte Carlo dropout\n${net("return F.dropout(x, 0.5, training=True)")}`);
    silent(net("return F.dropout(self.fc(x), 0.5, training=True)  # the dropout stays, also under `eval()`"));
    silent(net("return F.dropout(x, 0.5, training=True)").replaceAll("Net", "Prenet"));
    silent(net("return F.dropout(x, 0.5, training=True)").replaceAll("Net", "MCDropoutNet"));
  });

  it("accepts what only training runs, and code outside of modules", () => {
    silent(`import torch
import torch.nn.functional as F
from torch import nn

class Auto(nn.Module):
    def training_step(self, batch):
        return self(F.dropout(batch, 0.2))
    def augment(self, x):
        return F.dropout(x, 0.1)
`);
    silent("import torch.nn.functional as F\n\ndef corrupt(edges):\n    return F.dropout(edges, 0.2)\n");
  });

  it("ignores functions of the same name from elsewhere", () =>
    silent(`from torch import nn
from mine import functional as F

class Net(nn.Module):
    def forward(self, x):
        return F.dropout(x, 0.5)
`));

  it("accepts what looks at the mode first, or for the rate", () => {
    silent(net("if not self.training:", "    return x", "return F.dropout(x, 0.5)"));
    silent(net("return F.dropout(x, p=0.5 if self.training else 0.0)"));
  });

  it("finds it behind a return for another reason", () =>
    expectFindings(rule, net("if x is None:", "    return x", "return F.dropout(x, 0.5)", "       ~~~~~~~~~~~~~~~~~")));
});
