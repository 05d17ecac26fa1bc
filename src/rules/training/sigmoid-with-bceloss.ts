import { lossesOnScores } from "../../knowledge/losses.js";
import { lossesGiven, type GivenLoss } from "../../semantics/outputs/given-losses.js";
import type { Model } from "../../semantics/model.js";
import { callInstead, leaveOut, lossName, madeAt } from "../loss-wording.js";
import { defineRule, type Report } from "../rule.js";
import { suggest } from "../wording.js";

export default defineRule({
  meta: {
    id: "sigmoid-with-bceloss",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A binary cross entropy is given a sigmoid too many, or one too few",
    why: "`BCEWithLogitsLoss` applies a sigmoid itself: with one before it, no answer gets out of the range from 0.5 to 0.73 and the model hardly learns. `BCELoss` applies none: scores outside of 0 and 1 are an error, and those inside mean something else.",
    fix: "Give scores to `BCEWithLogitsLoss`, and the output of a sigmoid to `BCELoss`.",
    guide: "training/debugging#pairs-of-output-and-loss",
    sources: [
      {
        title: "PyTorch: BCEWithLogitsLoss",
        url: "https://docs.pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html",
      },
    ],
    fixable: "suggestion",
    libraries: ["torch", "torchvision", "timm", "pytorch_lightning", "tensorflow"],
    topics: ["outputs"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch
from torch import nn

model = nn.Sequential(nn.Linear(30, 1), nn.Sigmoid())
criterion = nn.BCEWithLogitsLoss()
for scans, tumour in train_loader:
    loss = criterion(model(scans), tumour)
`,
      good: `import torch
from torch import nn

model = nn.Sequential(nn.Linear(30, 1))
criterion = nn.BCEWithLogitsLoss()
for scans, tumour in train_loader:
    loss = criterion(model(scans), tumour)
`,
    },
    {
      title: "The other way round.",
      bad: `import torch
from torch import nn

model = nn.Linear(30, 1)
criterion = nn.BCELoss()
for scans, tumour in train_loader:
    loss = criterion(model(scans), tumour)
`,
      good: `import torch
from torch import nn

model = nn.Linear(30, 1)
criterion = nn.BCEWithLogitsLoss()
for scans, tumour in train_loader:
    loss = criterion(model(scans), tumour)
`,
    },
  ],

  *check(model) {
    for (const found of lossesGiven(model, { of: "labels", takes: "logits" }, "sigmoid", "softmax"))
      yield tooMany(model, found);
    for (const found of lossesGiven(model, { of: "labels", takes: "probabilities" }, "logits"))
      yield tooFew(model, found);
  },
});

function tooMany(model: Model, found: GivenLoss): Report {
  const { at, output } = found;
  return {
    at,
    message: `\`${lossName(found)}\` applies a sigmoid itself, and its input comes from a ${output.kind}: give it the scores.`,
    related: madeAt(output, `The ${output.kind} is here.`),
    fixes: suggest(`Leave the ${output.kind} out`, leaveOut(model, output)),
  };
}

function tooFew(model: Model, found: GivenLoss): Report {
  const { at, event, making, output } = found;
  return {
    at,
    message: `\`${lossName(found)}\` takes probabilities, and its input has no sigmoid: use the loss with logits, or apply a sigmoid first.`,
    related: madeAt(output, "The scores are made here."),
    fixes: callInstead(model, making, event.unit, lossesOnScores),
  };
}
