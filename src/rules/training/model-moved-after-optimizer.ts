import { uniqueBy } from "../../semantics/code/unique.js";
import type { Model } from "../../semantics/model.js";
import { replacedParameters, type ReplacedParameters } from "../../semantics/torch/replaced-parameters.js";
import { defineRule, type Report } from "../rule.js";
import { alsoAt, placeInFile, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "model-moved-after-optimizer",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A model gets new parameters after its optimizer was made",
    why: "An optimizer updates the tensors that it was given. Parameters that are put into the model later (a new head, adapters, resized embeddings) are never updated, and training seems to work all the same.",
    fix: "Make the optimizer last, when the model is complete, or add the new parameters with `optimizer.add_param_group`.",
    guide: "training/parameters#one-optimizer-one-set",
    sources: [
      {
        title: "PyTorch: constructing an optimizer",
        url: "https://docs.pytorch.org/docs/stable/optim.html#constructing-it",
      },
    ],
    libraries: ["torch", "torchvision", "timm", "transformers"],
    topics: ["steps"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch
from torch import nn
from torchvision.models import resnet18

model = resnet18(weights="DEFAULT")
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)
model.fc = nn.Linear(512, 7)
for leaves, disease in loader:
    optimizer.zero_grad()
    nn.functional.cross_entropy(model(leaves), disease).backward()
    optimizer.step()
`,
      good: `import torch
from torch import nn
from torchvision.models import resnet18

model = resnet18(weights="DEFAULT")
model.fc = nn.Linear(512, 7)
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)
for leaves, disease in loader:
    optimizer.zero_grad()
    nn.functional.cross_entropy(model(leaves), disease).backward()
    optimizer.step()
`,
    },
  ],

  *check(model) {
    for (const replaced of uniqueBy(replacedParameters(model), ({ at }) => at)) yield report(model, replaced);
  },
});

function report(model: Model, { at, optimizer, step }: ReplacedParameters): Report {
  const made = optimizer.argument;
  return {
    at,
    message: `\`${shorten(model.text(at))}\` brings parameters that the optimizer does not have, because it was made before: make the optimizer after this line.`,
    related: [
      ...(made === undefined ? [] : alsoAt(made, optimizer.unit, "The optimizer is made with these parameters.")),
      ...placeInFile(step, "It goes on being stepped here."),
    ],
  };
}
