import { expectFindings } from "../../rules/expect-findings.js";

function network(layers: string, loop: string): string {
  return `
import torch
from torch import nn

class Stack(nn.Module):
    def __init__(self):
        super().__init__()
${layers}

    def forward(self, rows):
${loop}
        return rows

stack = Stack()
optimizer = torch.optim.SGD(stack.parameters(), lr=0.1)
`;
}

const plain = `        for layer in self.steps:
            rows = layer(rows)`;

describe("a loop over the layers of a network", () => {
  it("gives what the last one gives", () =>
    expectFindings(
      "sigmoid-with-bceloss",
      `${network("        self.steps = nn.ModuleList([nn.Linear(20, 9), nn.Tanh(), nn.Linear(9, 1), nn.Sigmoid()])", plain)}
loss = nn.functional.binary_cross_entropy_with_logits(stack(rows), labels)
       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`,
    ));

  it("gives it where they are appended and counted, too", () =>
    expectFindings(
      "sigmoid-with-bceloss",
      `${network(
        `        self.steps = nn.ModuleList()
        self.steps.append(nn.Linear(20, 9))
        self.steps.append(nn.Sigmoid())
        self.steps.append(nn.Linear(9, 1))`,
        `        for index, layer in enumerate(self.steps):
            rows = layer(rows)`,
      )}
loss = nn.BCELoss()(stack(rows), labels)
       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`,
    ));

  it("is silent where a layer in the middle has the activation", () =>
    expectFindings(
      "sigmoid-with-bceloss",
      `${network("        self.steps = nn.ModuleList([nn.Linear(20, 9), nn.Sigmoid(), nn.Linear(9, 1)])", plain)}
loss = nn.BCEWithLogitsLoss()(stack(rows), labels)
`,
    ));

  it("is silent where a branch decides which layers there are", () =>
    expectFindings(
      "sigmoid-with-bceloss",
      `${network(
        `        self.steps = nn.ModuleList([nn.Linear(20, 1)])
        if bounded:
            self.steps.append(nn.Sigmoid())`,
        plain,
      )}
loss = nn.BCEWithLogitsLoss()(stack(rows), labels)
`,
    ));

  it("has the softmax where the layer is made", () =>
    expectFindings(
      "softmax-before-cross-entropy",
      `
import torch
from torch import nn

class Stack(nn.Module):
    def __init__(self):
        super().__init__()
        self.steps = nn.ModuleList([nn.Linear(20, 9), nn.Softmax(dim=1)])
                                                      ~~~~~~~~~~~~~~~~~

    def forward(self, rows):
        for layer in self.steps:
            rows = layer(rows)
        return rows

nn.CrossEntropyLoss()(Stack()(rows), labels).backward()
`,
    ));
});
