import { isUnitTestFile } from "../../semantics/code/unit-tests.js";
import type { Model } from "../../semantics/model.js";
import { actsInEnvironment, isEvaluation } from "../../semantics/torch/evaluation.js";
import { calledText, hasTrainedWeights, passesHere, type ForwardPass } from "../../semantics/torch/forward-passes.js";
import { lastModeCall } from "../../semantics/torch/mode-calls.js";
import { mayDependOnMode } from "../../semantics/torch/modules.js";
import { isInTrainMode, wantsTrainMode } from "../../semantics/torch/train-mode.js";
import { callFirst } from "../call-first.js";
import { defineRule, type Report } from "../rule.js";
import { placeInFile, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "missing-eval-mode",
    stage: "testing",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A trained model is evaluated in train mode",
    why: "In train mode dropout still drops and batch normalisation still learns from each batch: the scores are noisy and too low, and the batches that are scored change the model.",
    fix: "Call `eval()` on the model before it is evaluated, and `train()` before training goes on.",
    guide: "training/debugging#train-and-eval-mode",
    sources: [
      {
        title: "PyTorch: torch.nn.Module.eval",
        url: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.eval",
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
from torchvision.models import resnet18

model = resnet18(num_classes=12)
optimizer = torch.optim.AdamW(model.parameters())
criterion = torch.nn.CrossEntropyLoss()

for epoch in range(20):
    hits = 0
    model.train()
    for wings, species in train_loader:
        optimizer.zero_grad()
        criterion(model(wings), species).backward()
        optimizer.step()
    with torch.no_grad():
        for wings, species in val_loader:
            hits += (model(wings).argmax(1) == species).sum().item()
`,
      good: `import torch
from torchvision.models import resnet18

model = resnet18(num_classes=12)
optimizer = torch.optim.AdamW(model.parameters())
criterion = torch.nn.CrossEntropyLoss()

for epoch in range(20):
    hits = 0
    model.train()
    for wings, species in train_loader:
        optimizer.zero_grad()
        criterion(model(wings), species).backward()
        optimizer.step()
    model.eval()
    with torch.no_grad():
        for wings, species in val_loader:
            hits += (model(wings).argmax(1) == species).sum().item()
`,
    },
    {
      title: "Each module has a mode of its own.",
      bad: `import torch

def fit(encoder, decoder, optimizer, train_loader, val_loader):
    encoder.train()
    decoder.train()
    for calls, text in train_loader:
        optimizer.zero_grad()
        decoder(encoder(calls), text).loss.backward()
        optimizer.step()
    encoder.eval()
    with torch.no_grad():
        return [decoder(encoder(calls), text).loss.item() for calls, text in val_loader]
`,
      good: `import torch

def fit(encoder, decoder, optimizer, train_loader, val_loader):
    encoder.train()
    decoder.train()
    for calls, text in train_loader:
        optimizer.zero_grad()
        decoder(encoder(calls), text).loss.backward()
        optimizer.step()
    encoder.eval()
    decoder.eval()
    with torch.no_grad():
        return [decoder(encoder(calls), text).loss.item() for calls, text in val_loader]
`,
    },
  ],

  *check(model) {
    if (isUnitTestFile(model.form) || actsInEnvironment(model)) return;
    for (const pass of passesHere(model)) {
      if (!isInTrainMode(pass) || !hasTrainedWeights(model, pass.module) || !isEvaluation(model, pass)) continue;
      if (mayDependOnMode(model, pass.module) && !wantsTrainMode(model, pass)) yield report(model, pass);
    }
  },
});

function report(model: Model, pass: ForwardPass): Report {
  const { call } = pass.event;
  const name = calledText(model, pass);
  const last = lastModeCall(model, pass);
  const training = passesHere(model).flatMap((other) => (other.trains ? [other.event.call] : []));
  return {
    at: call,
    message: `\`${shorten(name)}\` is in train mode here: call \`${shorten(name)}.eval()\` first.`,
    // What another method sets is not what is in force here.
    related: last?.sets === "train" ? placeInFile(last.event, "It was put in train mode here.") : [],
    fixes: callFirst(model, call, name, "eval", training),
  };
}
