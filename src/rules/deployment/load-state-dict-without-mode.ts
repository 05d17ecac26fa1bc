import { isUnitTestFile } from "../../semantics/code/unit-tests.js";
import { uniqueBy } from "../../semantics/code/unique.js";
import { calledText, isTrained, passesHere, tracings } from "../../semantics/torch/forward-passes.js";
import { loadBefore, runsAsLoaded } from "../../semantics/torch/loaded-weights.js";
import { mayDependOnMode } from "../../semantics/torch/modules.js";
import { callFirst } from "../call-first.js";
import { defineRule } from "../rule.js";
import { placeInFile, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "load-state-dict-without-mode",
    stage: "deployment",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "Loaded weights are used without setting a mode",
    why: "A new module is in train mode, and loading weights does not change that: dropout still drops and batch normalisation uses the statistics of each batch, so the same input gives another answer every time.",
    fix: "Call `eval()` after `load_state_dict()` when the model predicts, or `train()` when training goes on.",
    guide: "deployment/model-loading#mode-after-loading",
    sources: [
      {
        title: "PyTorch: Saving and loading models",
        url: "https://docs.pytorch.org/tutorials/beginner/saving_loading_models.html",
      },
    ],
    fixable: "suggestion",
    libraries: ["torch"],
    topics: ["modes"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch
from torchvision.models import resnet18

model = resnet18(num_classes=7)
model.load_state_dict(torch.load("moths.pt", weights_only=True))
with torch.no_grad():
    species = model(photo).argmax(1)
`,
      good: `import torch
from torchvision.models import resnet18

model = resnet18(num_classes=7)
model.load_state_dict(torch.load("moths.pt", weights_only=True))
model.eval()
with torch.no_grad():
    species = model(photo).argmax(1)
`,
    },
  ],

  *check(model) {
    if (isUnitTestFile(model.form)) return;
    const wrong = [...passesHere(model), ...tracings(model)].filter((pass) => {
      if (pass.feedsTraining || !runsAsLoaded(model, pass)) return false;
      return !isTrained(model, pass.module) && mayDependOnMode(model, pass.module);
    });
    for (const pass of uniqueBy(wrong, ({ module }) => module)) {
      const { call } = pass.event;
      const name = calledText(model, pass);
      const load = loadBefore(model, pass);
      yield {
        at: call,
        message: `\`${shorten(name)}\` has loaded weights and is still in train mode: call \`${shorten(name)}.eval()\` first.`,
        related: load === undefined ? [] : placeInFile(load, "Its weights are loaded here."),
        fixes: callFirst(model, call, name, "eval"),
      };
    }
  },
});
