import { assignmentTo } from "../../semantics/code/assignments.js";
import type { WriteEvent } from "../../semantics/follow/run.js";
import type { Model } from "../../semantics/model.js";
import { plainTensors } from "../../semantics/torch/plain-tensors.js";
import { defineRule, type Report } from "../rule.js";
import { suggest } from "../wording.js";

export default defineRule({
  meta: {
    id: "tensor-not-registered-buffer",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A module keeps a tensor that it does not move or save",
    why: "`model.to(device)` and `state_dict()` know parameters, buffers and submodules only. A plain tensor stays where it was made, so the pass fails on another device, and the checkpoint does not have it.",
    fix: 'Register it in `__init__`: `self.register_buffer("name", tensor)`; with `persistent=False` it is moved but not saved.',
    guide: "training/parameters#state-in-modules",
    sources: [
      {
        title: "PyTorch: Module.register_buffer",
        url: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.register_buffer",
      },
    ],
    fixable: "suggestion",
    libraries: ["torch"],
    topics: ["buffers"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch
from torch import nn

class Attention(nn.Module):
    def __init__(self, length):
        super().__init__()
        self.mask = torch.tril(torch.ones(length, length))

    def forward(self, scores):
        return scores.masked_fill(self.mask == 0, float("-inf"))
`,
      good: `import torch
from torch import nn

class Attention(nn.Module):
    def __init__(self, length):
        super().__init__()
        self.register_buffer("mask", torch.tril(torch.ones(length, length)))

    def forward(self, scores):
        return scores.masked_fill(self.mask == 0, float("-inf"))
`,
    },
  ],

  *check(model) {
    for (const write of plainTensors(model)) yield report(model, write);
  },
});

function report(model: Model, { target, name }: WriteEvent): Report {
  const assignment = assignmentTo(model.form, target);
  const value = assignment?.value;
  const self = target.kind === "Attribute" ? model.text(target.object) : "self";
  const isPlain = value !== undefined && assignment?.targets.length === 1 && assignment.annotation === undefined;
  const edits = isPlain && [
    { start: target.start, end: value.start, newText: `${self}.register_buffer("${name}", ` },
    // What was not saved so far is not asked for when an older checkpoint is loaded.
    { start: value.end, end: value.end, newText: ", persistent=False)" },
  ];
  return {
    at: value ?? target,
    message: `\`${self}.${name}\` stays behind when the module is moved, and is not saved with it: use \`${self}.register_buffer("${name}", ...)\`.`,
    fixes: edits ? suggest("Register it as a buffer", ...edits) : [],
  };
}
