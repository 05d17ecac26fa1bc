import { expectFindings } from "../../rules/expect-findings.js";

const nets = `
from torch import nn

class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(30, 8)
        self.head = nn.Linear(8, 4)

    def features(self, rows):
        return self.body(rows)

    def forward(self, rows):
        return self.head(self.features(rows)).softmax(dim=-1)
`;

describe("the class of a parameter that nobody annotates", () => {
  it("may be one that is imported, when it alone has what is asked for", () =>
    expectFindings(
      "softmax-before-cross-entropy",
      `
import torch
from nets import Tagger

def learn(tagger, batches, adam):
    tagger.train()
    for rows, labels in batches:
        adam.zero_grad()
        smooth = tagger.features(rows).pow(2).mean()
        loss = torch.nn.functional.cross_entropy(tagger(rows), labels) + smooth
                                                 ~~~~~~~~~~~~
        loss.backward()
        adam.step()
`,
      { files: { "nets.py": nets } },
    ));

  it("is not known by what all modules have", () =>
    expectFindings(
      "softmax-before-cross-entropy",
      `
import torch
from nets import Tagger

def learn(tagger, batches, adam):
    tagger.train()
    for rows, labels in batches:
        adam.zero_grad()
        torch.nn.functional.cross_entropy(tagger(rows), labels).backward()
        adam.step()
`,
      { files: { "nets.py": nets } },
    ));
});
