import { logarithms } from "../../knowledge/losses.js";
import { lossesGiven } from "../../semantics/outputs/given-losses.js";
import { callInstead, lossName, madeAt } from "../loss-wording.js";
import { defineRule } from "../rule.js";

export default defineRule({
  meta: {
    id: "softmax-with-nllloss",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A loss on log-probabilities is given probabilities",
    why: "`NLLLoss` takes no logarithm: it averages minus what it is given. On probabilities it is bounded, can become negative, and hardly moves a model that is sure and wrong.",
    fix: "Give it the output of `log_softmax`, or give the scores to `CrossEntropyLoss`.",
    guide: "training/debugging#pairs-of-output-and-loss",
    sources: [
      {
        title: "PyTorch: NLLLoss",
        url: "https://docs.pytorch.org/docs/stable/generated/torch.nn.NLLLoss.html",
      },
    ],
    fixable: "suggestion",
    libraries: ["torch", "torchvision", "timm", "pytorch_lightning"],
    topics: ["outputs"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch
from torch import nn
import torch.nn.functional as F

class Accents(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(40, 6)

    def forward(self, frames):
        return F.softmax(self.out(frames), dim=1)

model = Accents()
for frames, accent in train_loader:
    loss = F.nll_loss(model(frames), accent)
`,
      good: `import torch
from torch import nn
import torch.nn.functional as F

class Accents(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(40, 6)

    def forward(self, frames):
        return F.log_softmax(self.out(frames), dim=1)

model = Accents()
for frames, accent in train_loader:
    loss = F.nll_loss(model(frames), accent)
`,
    },
  ],

  *check(model) {
    for (const found of lossesGiven(model, onLogarithms, "softmax")) {
      const { at, output } = found;
      const { site, unit } = output;
      yield {
        at,
        message: `\`${lossName(found)}\` takes log-probabilities, and this comes from a softmax: use \`log_softmax\` there, or give the scores to \`CrossEntropyLoss\`.`,
        related: madeAt(output, "The softmax is here."),
        fixes: site.kind === "Call" ? callInstead(model, site, unit, logarithms) : [],
      };
    }
  },
});

const onLogarithms = { of: "classes", takes: "log-probabilities" } as const;
