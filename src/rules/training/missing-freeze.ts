import { saysFrozen } from "../../semantics/code/said-frozen.js";
import { uniqueBy } from "../../semantics/code/unique.js";
import { freezingsOf } from "../../semantics/torch/freezing.js";
import { optimizersOf } from "../../semantics/torch/optimizers.js";
import { trainedBackbone } from "../../semantics/torch/trained-backbone.js";
import { defineRule } from "../rule.js";
import { alsoAt, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "missing-freeze",
    stage: "training",
    languages: ["python"],
    severity: "hint",
    preset: "strict",
    summary: "A backbone that is said to be frozen is trained",
    why: "Feature extraction trains a new head on features that stay as they are. Where nothing freezes the pretrained part and the optimizer gets all parameters, the first updates of the untrained head overwrite what was learned before.",
    fix: "Set `requires_grad = False` on the pretrained part, and give the optimizer the parameters of the head.",
    guide: "training/parameters#frozen-layers",
    sources: [
      {
        title: "PyTorch: transfer learning for computer vision",
        url: "https://docs.pytorch.org/tutorials/beginner/transfer_learning_tutorial.html",
      },
    ],
    libraries: ["torch", "torchvision", "timm", "transformers"],
    topics: ["steps"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch
from torch import nn
from torchvision.models import resnet18

# Feature extraction: only the new head is trained.
model = resnet18(weights="DEFAULT")
model.fc = nn.Linear(512, 4)
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
for pollen, plant in loader:
    optimizer.zero_grad()
    nn.functional.cross_entropy(model(pollen), plant).backward()
    optimizer.step()
`,
      good: `import torch
from torch import nn
from torchvision.models import resnet18

# Feature extraction: only the new head is trained.
model = resnet18(weights="DEFAULT").requires_grad_(False)
model.fc = nn.Linear(512, 4)
optimizer = torch.optim.Adam(model.fc.parameters(), lr=1e-3)
for pollen, plant in loader:
    optimizer.zero_grad()
    nn.functional.cross_entropy(model(pollen), plant).backward()
    optimizer.step()
`,
    },
  ],

  *check(model) {
    // Somebody freezes something, be it only where a flag says so.
    if (!saysFrozen(model.form) || freezingsOf(model).length > 0) return;
    const wrong = [...optimizersOf(model).values()].flatMap((made) => {
      if (made.argument === undefined || made.unit.path !== model.path) return [];
      const backbone = trainedBackbone(model, made);
      return backbone === undefined ? [] : [{ argument: made.argument, backbone }];
    });
    for (const { argument, backbone } of uniqueBy(wrong, (found) => found.argument))
      yield {
        at: argument,
        message: `\`${shorten(model.text(argument))}\` trains the pretrained part as well, although the code speaks of a frozen one: set \`requires_grad = False\` on it, and pass the head only.`,
        related: backbone.site === undefined ? [] : alsoAt(backbone.site, backbone.unit, "This part is pretrained."),
      };
  },
});
