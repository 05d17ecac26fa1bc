import type { Model } from "../../semantics/model.js";
import { freezingsOf } from "../../semantics/torch/freezing.js";
import { graphOf } from "../../semantics/torch/graph.js";
import { holds, isPretrained, partsOf } from "../../semantics/torch/modules.js";
import { optimizersOf, type MadeOptimizer } from "../../semantics/torch/optimizers.js";
import { reachesModule, reachOf } from "../../semantics/torch/reach.js";
import type { Entity } from "../../semantics/values.js";
import { defineRule, type Report } from "../rule.js";
import { shorten } from "../wording.js";

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
    if (!saysFrozen(model) || freezingsOf(model).length > 0) return;
    const reported = new Set<unknown>();
    for (const made of optimizersOf(model).values()) {
      if (made.argument === undefined || made.unit.path !== model.path || reported.has(made.argument)) continue;
      const backbone = trainedBackbone(model, made);
      if (backbone === undefined) continue;
      reported.add(made.argument);
      yield report(model, made, backbone);
    }
  },
});

/** Do names, flags or comments say that a part is not trained? */
function saysFrozen({ form }: Model): boolean {
  if (!/extract|freez|frozen|fixed|prob(e|ing)\b|\bonly\b|\bjust\b/i.test(form.text)) return false;
  if (/unfreez|un_freez|thaw|fine_?tun(e|ing)_?(all|backbone|whole)\s*=\s*True/i.test(form.text)) return false;
  // A comment that names this rule, or one like it, says nothing of the code.
  const text = form.text.replace(/\b(missing-freeze|frozen-(module|params)-[a-z-]+)/g, "");
  return text.split("\n").some((line) => says.test(line) && !denies.test(line));
}

const says =
  /feature[\s_-]*extract(ion|ing|or\b|\b)|freez|frozen|\bfixed[\s_-]*(feature|backbone|encoder)|linear[\s_-]*prob(e|ing)\b|\b(only|just)\b.{0,20}\b(head|classifier|last layer|final layer)|(head|classifier|last layer|final layer)[\s_-]*only/i;

const denies =
  /[=:]\s*(False|0)\b|\b(nothing|not|never|no|none|without|every|all|whole|entire|fine-?tun\w*)\b|extractor\b(?<!fixed feature extractor)/i;

/** A pretrained part of what the optimizer gets as a whole, with a new head beside it, that a loss reaches and nobody freezes. */
function trainedBackbone(model: Model, { parameters, position }: MadeOptimizer): Entity | undefined {
  for (const { module, part } of parameters.sources) {
    if (part !== "all") continue;
    const backbone = [...partsOf(model, module)].find(isPretrained);
    if (backbone === undefined) continue;
    const hasHead =
      backbone !== module ||
      model.writes.some(
        (write) => write.position < position && holds(model, module, write.owner) && write.value.kind === "entity",
      );
    const isReached = graphOf(model).backwards.some((backward) =>
      reachesModule(model, reachOf(model, backward), backbone),
    );
    if (hasHead && isReached) return backbone;
  }
  return undefined;
}

function report(model: Model, { argument }: MadeOptimizer, { site, unit }: Entity): Report {
  const text = shorten(model.text(argument!));
  return {
    at: argument!,
    message: `\`${text}\` trains the pretrained part as well, although the code speaks of a frozen one: set \`requires_grad = False\` on it, and pass the head only.`,
    related:
      site === undefined
        ? []
        : [{ at: { start: site.start, end: site.end, path: unit.path }, message: "This part is pretrained." }],
  };
}
