import { calledText, passesHere, type ForwardPass } from "../../semantics/torch/forward-passes.js";
import { evalLeftFor } from "../../semantics/torch/left-in-eval.js";
import type { ModeCall } from "../../semantics/torch/mode-calls.js";
import type { Model } from "../../semantics/model.js";
import { mayDependOnMode } from "../../semantics/torch/modules.js";
import { Mode } from "../../semantics/values.js";
import { callFirst } from "../call-first.js";
import { defineRule, type Report } from "../rule.js";
import { placeInFile, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "eval-mode-not-restored",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "Training goes on in eval mode after an evaluation",
    why: "After the first evaluation dropout no longer drops and batch normalisation no longer learns: the rest of the training runs without them, and no error tells.",
    fix: "Call `train()` where training starts again: at the start of each epoch, or at the end of the evaluation.",
    guide: "training/debugging#train-and-eval-mode",
    sources: [
      {
        title: "PyTorch: torch.nn.Module.train",
        url: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.train",
      },
    ],
    fixable: "suggestion",
    libraries: ["torch", "torchvision", "timm", "transformers"],
    topics: ["modes"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch

def evaluate(model, loader):
    model.eval()
    with torch.no_grad():
        return sum((model(x).argmax(1) == y).sum().item() for x, y in loader)

def fit(model, optimizer, criterion, train_loader, val_loader):
    model.train()
    for epoch in range(30):
        for wings, species in train_loader:
            optimizer.zero_grad()
            criterion(model(wings), species).backward()
            optimizer.step()
        print(epoch, evaluate(model, val_loader))
`,
      good: `import torch

def evaluate(model, loader):
    model.eval()
    with torch.no_grad():
        return sum((model(x).argmax(1) == y).sum().item() for x, y in loader)

def fit(model, optimizer, criterion, train_loader, val_loader):
    for epoch in range(30):
        model.train()
        for wings, species in train_loader:
            optimizer.zero_grad()
            criterion(model(wings), species).backward()
            optimizer.step()
        print(epoch, evaluate(model, val_loader))
`,
    },
  ],

  *check(model) {
    for (const pass of passesHere(model)) {
      if (!pass.trains || (pass.event.mode & Mode.eval) === 0) continue;
      const cause = evalLeftFor(model, pass);
      if (cause !== undefined && mayDependOnMode(model, pass.module)) yield report(model, pass, cause);
    }
  },
});

function report(model: Model, pass: ForwardPass, { event }: ModeCall): Report {
  const { call } = pass.event;
  const name = calledText(model, pass);
  return {
    at: call,
    message: `\`${shorten(name)}\` is still in eval mode here after an evaluation: call \`${shorten(name)}.train()\` before training goes on.`,
    related: placeInFile(event, "It is put in eval mode here, and nothing sets it back."),
    fixes: callFirst(model, call, name, "train", "innermost"),
  };
}
