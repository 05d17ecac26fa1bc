import { isUnitTestFile } from "../../semantics/code/unit-tests.js";
import type { Model } from "../../semantics/model.js";
import { isMeantAsEvaluation } from "../../semantics/torch/evaluation.js";
import { calledText, passesHere, type ForwardPass } from "../../semantics/torch/forward-passes.js";
import { isExemptFromNoGrad, isOnlyScored, recordsGradients } from "../../semantics/torch/gradient-use.js";
import { evaluationElsewhere, noGradFix } from "../no-grad-fix.js";
import { defineRule } from "../rule.js";
import { shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "missing-no-grad",
    stage: "testing",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A model is evaluated while gradients are recorded",
    why: "Recorded gradients that nobody asks for take memory and time in each batch: an evaluation may run out of memory where training did not. `eval()` does not switch them off.",
    fix: "Evaluate under `torch.no_grad()` or `torch.inference_mode()`.",
    guide: "testing/evaluation-loop#gradients-off",
    sources: [
      {
        title: "PyTorch: locally disabling gradient computation",
        url: "https://docs.pytorch.org/docs/stable/notes/autograd.html#locally-disabling-gradient-computation",
      },
    ],
    fixable: "suggestion",
    libraries: ["torch", "torchvision", "timm", "transformers"],
    topics: ["modes"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch

def evaluate(model, loader):
    model.eval()
    hits = 0
    for wings, species in loader:
        hits += (model(wings).argmax(1) == species).sum().item()
    return hits / len(loader.dataset)
`,
      good: `import torch

@torch.no_grad()
def evaluate(model, loader):
    model.eval()
    hits = 0
    for wings, species in loader:
        hits += (model(wings).argmax(1) == species).sum().item()
    return hits / len(loader.dataset)
`,
    },
    {
      title: "A script that only predicts needs it as well.",
      bad: `import torch
from torchvision.models import resnet18

model = resnet18()
model.load_state_dict(torch.load("wings.pt", weights_only=True))
model.eval()
for photo in photos:
    print(model(photo).argmax().item())
`,
      good: `import torch
from torchvision.models import resnet18

model = resnet18()
model.load_state_dict(torch.load("wings.pt", weights_only=True))
model.eval()
with torch.inference_mode():
    for photo in photos:
        print(model(photo).argmax().item())
`,
    },
  ],

  *check(model) {
    if (isUnitTestFile(model.form)) return;
    for (const pass of passesHere(model))
      if (recordsForNothing(model, pass))
        yield {
          at: pass.event.call,
          message: `\`${shorten(calledText(model, pass))}\` records gradients here that nothing uses: evaluate under \`torch.no_grad()\`.`,
          related: evaluationElsewhere(model, pass),
          fixes: noGradFix(model, pass),
        };
  },
});

function recordsForNothing(model: Model, pass: ForwardPass): boolean {
  const records = pass.feedsTraining ? "no" : recordsGradients(model, pass);
  if (records === "no") return false;
  // A caller out of sight may have switched gradients off, or may want them: then the code itself must tell.
  const isCertain = records === "certainly";
  const evaluates = isMeantAsEvaluation(model, pass);
  if (evaluates === undefined || (evaluates === "by use" && !isCertain) || isExemptFromNoGrad(model, pass))
    return false;
  return isCertain || isOnlyScored(model, pass);
}
