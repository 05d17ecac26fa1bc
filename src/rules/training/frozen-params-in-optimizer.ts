import type { Model } from "../../semantics/model.js";
import { freezingsOf, type Freezing } from "../../semantics/torch/freezing.js";
import { holds } from "../../semantics/torch/modules.js";
import { optimizersOf, type MadeOptimizer } from "../../semantics/torch/optimizers.js";
import { hasMemory } from "../../semantics/torch/resuming.js";
import { sharedLoop, updatesOf } from "../../semantics/torch/training-loop.js";
import { defineRule, type Report } from "../rule.js";
import { shorten } from "../wording.js";

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
    const freezings = freezingsOf(model);
    if (freezings.length === 0) return;
    const reported = new Set<unknown>();
    for (const made of optimizersOf(model).values()) {
      if (made.argument === undefined || made.unit.path !== model.path || reported.has(made.argument)) continue;
      if (!hasMemory(made.optimizer) || isUnfrozenLater(model, made, freezings)) continue;
      const frozen = freezings.find(
        (freezing) => freezing.wants !== true && isInForce(model, made, freezing) && isGiven(model, made, freezing),
      );
      if (frozen === undefined) continue;
      reported.add(made.argument);
      yield report(model, made, frozen);
    }
  },
});

/** An optimizer that has made its last step when they are frozen does not move them. */
function isInForce(model: Model, { optimizer, position }: MadeOptimizer, freezing: Freezing): boolean {
  if (freezing.position < position) return true;
  const steps = updatesOf(model).filter((update) => update.optimizer === optimizer);
  return (
    steps.length === 0 ||
    steps.some(({ order, event }) => order > freezing.position || sharedLoop(event, freezing) !== undefined)
  );
}

/** Does the optimizer get all parameters of what is frozen, or of what holds it? */
function isGiven(model: Model, { parameters }: MadeOptimizer, { sources }: Freezing): boolean {
  return parameters.sources.some(
    ({ module, part }) => part === "all" && sources.some((source) => holds(model, module, source.module)),
  );
}

/** Layers that are thawed while training must be in the optimizer from the start. */
function isUnfrozenLater(model: Model, made: MadeOptimizer, freezings: readonly Freezing[]): boolean {
  return freezings.some(
    (freezing) =>
      freezing.wants !== false &&
      (freezing.position > made.position ||
        freezing.sources.some(({ part }) => part !== "some" && isWhole(made, freezing))) &&
      (isGiven(model, made, freezing) || freezing.sources.length === 0),
  );
}

function isWhole({ parameters }: MadeOptimizer, { sources, wants }: Freezing): boolean {
  return wants === true && parameters.sources.some(({ module }) => sources.some((source) => source.module === module));
}

function report(model: Model, made: MadeOptimizer, { at, unit, position }: Freezing): Report {
  const argument = made.argument!;
  const text = shorten(model.text(argument));
  const isPlain = /^[\w.]+\.parameters\(\)$/.test(text);
  const when = position > made.position ? ", and they are frozen only after it is made" : "";
  return {
    at: argument,
    message: `\`${text}\` gives the optimizer frozen parameters too${when}: pass those with \`requires_grad\` only.`,
    related: [{ at: { start: at.start, end: at.end, path: unit.path }, message: "They are frozen here." }],
    fixes: isPlain
      ? [
          {
            title: "Pass the parameters that want gradients",
            safety: "suggestion",
            edits: [{ start: argument.start, end: argument.end, newText: `[p for p in ${text} if p.requires_grad]` }],
          },
        ]
      : [],
  };
}
