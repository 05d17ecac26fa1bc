import { callInFile } from "../../semantics/code/call-in-file.js";
import type { Model } from "../../semantics/model.js";
import { activationInput } from "../../semantics/outputs/activation-input.js";
import { isAlways, lossCalls, oneForEachOutput, type LossCall } from "../../semantics/outputs/loss-calls.js";
import type { Output } from "../../semantics/outputs/outputs.js";
import type { Expression } from "../../syntax/expressions.js";
import { defineRule, type Report } from "../rule.js";
import { shorten } from "../wording.js";

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
    for (const found of oneForEachOutput(lossCalls(model).filter(isWrong))) {
      const at = callInFile(model, found.event)?.call;
      const [output] = found.outputs;
      if (at !== undefined && output !== undefined) yield { at, ...report(model, found, output) };
    }
  },
});

function isWrong(found: LossCall): boolean {
  const { of, takes, flag } = found.loss;
  // What Keras losses are told by a flag is for another rule.
  if (of !== "labels" || flag !== undefined) return false;
  return takes === "logits" ? isAlways(found, "sigmoid", "softmax") : isAlways(found, "logits");
}

function report(model: Model, { event, loss, making }: LossCall, output: Output): Omit<Report, "at"> {
  const { text } = event.unit.form;
  const name = shorten(text.slice(event.call.callee.start, event.call.callee.end).replace(/\([^]*$/, ""));
  const { site, unit, kind } = output;
  const place = { start: site.start, end: site.end, path: unit.path };
  if (loss.takes === "logits") {
    const inner = site.kind === "Call" && unit.path === model.path ? activationInput(site) : undefined;
    const edits = inner && [{ start: site.start, end: site.end, newText: model.text(inner) }];
    return {
      message: `\`${name}\` applies a sigmoid itself, and its input comes from a ${kind}: give it the scores.`,
      related: [{ at: place, message: `The ${kind} is here.` }],
      fixes: edits === undefined ? [] : [{ title: `Leave the ${kind} out`, safety: "suggestion", edits }],
    };
  }
  const renamed = event.unit.path === model.path ? renamedLoss(model, making.callee) : undefined;
  return {
    message: `\`${name}\` takes probabilities, and its input has no sigmoid: use the loss with logits, or apply a sigmoid first.`,
    related: [{ at: place, message: "The scores are made here." }],
    fixes:
      renamed === undefined ? [] : [{ title: `Use \`${renamed.newText}\``, safety: "suggestion", edits: [renamed] }],
  };
}

const withLogits: ReadonlyMap<string, string> = new Map([
  ["BCELoss", "BCEWithLogitsLoss"],
  ["binary_cross_entropy", "binary_cross_entropy_with_logits"],
]);

function renamedLoss(
  model: Model,
  callee: Expression,
): { readonly start: number; readonly end: number; readonly newText: string } | undefined {
  if (callee.kind !== "Attribute") return undefined;
  const newText = withLogits.get(model.text(callee.nameSpan));
  return newText === undefined ? undefined : { start: callee.nameSpan.start, end: callee.nameSpan.end, newText };
}
