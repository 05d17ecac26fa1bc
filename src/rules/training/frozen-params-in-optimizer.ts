import { uniqueBy } from "../../semantics/code/unique.js";
import { frozenGiven, thawsLater } from "../../semantics/torch/frozen-given.js";
import { freezingsOf } from "../../semantics/torch/freezing.js";
import { optimizersOf } from "../../semantics/torch/optimizers.js";
import { hasMemory } from "../../semantics/torch/resuming.js";
import { defineRule } from "../rule.js";
import { alsoAt, replace, shorten, suggest } from "../wording.js";

export default defineRule({
  meta: {
    id: "frozen-params-in-optimizer",
    stage: "training",
    languages: ["python"],
    severity: "hint",
    preset: "strict",
    summary: "An optimizer is given frozen parameters",
    why: "Parameters without gradients are skipped, but those that are frozen after a few updates may still be moved by momentum and weight decay, and a later reader takes them for trained.",
    fix: "Give the optimizer the parameters that want gradients: `[p for p in model.parameters() if p.requires_grad]`, after freezing.",
    guide: "training/parameters#frozen-layers",
    sources: [{ title: "PyTorch: torch.optim", url: "https://docs.pytorch.org/docs/stable/optim.html" }],
    fixable: "suggestion",
    libraries: ["torch"],
    topics: ["steps"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch
from torchvision.models import resnet18

model = resnet18(weights="DEFAULT")
for parameter in model.layer1.parameters():
    parameter.requires_grad = False
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4, weight_decay=0.05)
`,
      good: `import torch
from torchvision.models import resnet18

model = resnet18(weights="DEFAULT")
for parameter in model.layer1.parameters():
    parameter.requires_grad = False
trained = [parameter for parameter in model.parameters() if parameter.requires_grad]
optimizer = torch.optim.AdamW(trained, lr=1e-4, weight_decay=0.05)
`,
    },
  ],

  *check(model) {
    if (freezingsOf(model).length === 0) return;
    const wrong = [...optimizersOf(model).values()].flatMap((made) => {
      if (made.argument === undefined || made.unit.path !== model.path || !hasMemory(made.optimizer)) return [];
      const freezing = thawsLater(model, made) ? undefined : frozenGiven(model, made);
      return freezing === undefined ? [] : [{ freezing, argument: made.argument, position: made.position }];
    });
    for (const { freezing, argument, position } of uniqueBy(wrong, (found) => found.argument)) {
      const text = shorten(model.text(argument));
      const when = freezing.position > position ? ", and they are frozen only after it is made" : "";
      const isPlain = /^[\w.]+\.parameters\(\)$/.test(text);
      yield {
        at: argument,
        message: `\`${text}\` gives the optimizer frozen parameters too${when}: pass those with \`requires_grad\` only.`,
        related: alsoAt(freezing.at, freezing.unit, "They are frozen here."),
        fixes: suggest(
          "Pass the parameters that want gradients",
          isPlain ? replace(argument, `[p for p in ${text} if p.requires_grad]`) : undefined,
        ),
      };
    }
  },
});
