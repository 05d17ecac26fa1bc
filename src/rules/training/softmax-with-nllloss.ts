import { callInFile } from "../../semantics/code/call-in-file.js";
import type { Model } from "../../semantics/model.js";
import { isAlways, lossCalls, oneForEachOutput, type LossCall } from "../../semantics/outputs/loss-calls.js";
import { callInstead, lossName, madeAt } from "../loss-wording.js";
import { defineRule, type Report } from "../rule.js";
import { suggest } from "../wording.js";

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
    const wrong = lossCalls(model).filter(
      (found) => found.loss.takes === "log-probabilities" && isAlways(found, "softmax"),
    );
    for (const found of oneForEachOutput(wrong)) {
      const at = callInFile(model, found.event)?.call;
      if (at !== undefined) yield { at, ...report(model, found) };
    }
  },
});

function report(model: Model, { event, outputs }: LossCall): Omit<Report, "at"> {
  const loss = lossName(event);
  const [softmax] = outputs;
  if (softmax === undefined) return { message: `\`${loss}\` takes log-probabilities: use \`log_softmax\`.` };
  const { site, unit } = softmax;
  const renamed =
    site.kind === "Call" && unit.path === model.path ? callInstead(model, site.callee, withLogarithm) : undefined;
  return {
    message: `\`${loss}\` takes log-probabilities, and this comes from a softmax: use \`log_softmax\` there, or give the scores to \`CrossEntropyLoss\`.`,
    related: madeAt(softmax, "The softmax is here."),
    fixes: suggest(`Use \`${renamed?.newText ?? ""}\``, renamed),
  };
}

const withLogarithm: ReadonlyMap<string, string> = new Map([
  ["softmax", "log_softmax"],
  ["Softmax", "LogSoftmax"],
]);
