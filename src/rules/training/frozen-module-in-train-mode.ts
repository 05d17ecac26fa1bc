import { uniqueBy } from "../../semantics/code/unique.js";
import type { Model } from "../../semantics/model.js";
import { frozenInTrainMode, type FrozenInTrain } from "../../semantics/torch/frozen-modes.js";
import { defineRule, type Report } from "../rule.js";
import { alsoAt, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "frozen-module-in-train-mode",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A frozen module is trained in train mode",
    why: "`requires_grad = False` freezes parameters only. In train mode batch normalisation still updates its running statistics with every batch, and dropout still drops values, so the frozen part changes all the same.",
    fix: "Call `eval()` on the frozen part after `model.train()`, in every epoch.",
    guide: "training/parameters#frozen-layers",
    sources: [
      { title: "Keras: transfer learning and fine-tuning", url: "https://keras.io/guides/transfer_learning/" },
      { title: "PyTorch: autograd mechanics", url: "https://docs.pytorch.org/docs/stable/notes/autograd.html" },
    ],
    libraries: ["torch", "torchvision", "timm", "transformers"],
    topics: ["modes"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch
from torch import nn
from torchvision.models import resnet50

class Grader(nn.Module):
    def __init__(self):
        super().__init__()
        self.backbone = resnet50(weights="DEFAULT")
        self.backbone.fc = nn.Identity()
        self.head = nn.Linear(2048, 5)

    def forward(self, scans):
        return self.head(self.backbone(scans))

model = Grader()
for parameter in model.backbone.parameters():
    parameter.requires_grad = False
optimizer = torch.optim.Adam(model.head.parameters())
for epoch in range(10):
    model.train()
    for scans, grades in loader:
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(scans), grades).backward()
        optimizer.step()
`,
      good: `import torch
from torch import nn
from torchvision.models import resnet50

class Grader(nn.Module):
    def __init__(self):
        super().__init__()
        self.backbone = resnet50(weights="DEFAULT")
        self.backbone.fc = nn.Identity()
        self.head = nn.Linear(2048, 5)

    def forward(self, scans):
        return self.head(self.backbone(scans))

model = Grader()
for parameter in model.backbone.parameters():
    parameter.requires_grad = False
optimizer = torch.optim.Adam(model.head.parameters())
for epoch in range(10):
    model.train()
    model.backbone.eval()
    for scans, grades in loader:
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(scans), grades).backward()
        optimizer.step()
`,
    },
  ],

  *check(model) {
    // Adapters are trained beside a frozen model, whose dropout is part of the recipe.
    if (model.uses("peft") || model.mentions(/\blora/i)) return;
    for (const frozen of uniqueBy(frozenInTrainMode(model), ({ at }) => at))
      if (frozen.unit.path === model.path) yield report(model, frozen);
  },
});

function report(model: Model, { at, isSet, freezing }: FrozenInTrain): Report {
  const where = shorten(model.text(at));
  return {
    at,
    message: isSet
      ? `\`${where}\` puts the frozen part in train mode too, where batch norm and dropout go on changing: call \`eval()\` on that part afterwards.`
      : `The frozen part is in train mode here, where batch norm and dropout go on changing: call \`eval()\` on it first.`,
    related: alsoAt(freezing.at, freezing.unit, "It is frozen here."),
  };
}
