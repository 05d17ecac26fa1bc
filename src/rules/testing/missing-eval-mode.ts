import { actsInEnvironment, isEvaluation } from "../../semantics/torch/evaluation.js";
import { calledText, forwardPasses, isTrained, type ForwardPass } from "../../semantics/torch/forward-passes.js";
import { frames } from "../../semantics/code/frames.js";
import { lastModeCall } from "../../semantics/torch/mode-calls.js";
import type { Model } from "../../semantics/model.js";
import { isPretrained, mayDependOnMode } from "../../semantics/torch/modules.js";
import type { CallEvent } from "../../semantics/follow/run.js";
import { isUnitTestFile } from "../../semantics/code/unit-tests.js";
import { Grad, Mode } from "../../semantics/values.js";
import { insertLineBefore } from "../insert-line.js";
import { defineRule, type Place, type Report } from "../rule.js";
import { shorten } from "../wording.js";

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
    for (const pass of forwardPasses(model)) {
      const { event, module } = pass;
      if (event.unit.path !== model.path || !isCertainlyTraining(pass)) continue;
      if (!isTrained(model, module) && !isPretrained(module)) continue;
      if (!isEvaluation(model, pass) || !mayDependOnMode(model, module)) continue;
      if (!isOnPurpose(model, pass)) yield report(model, pass);
    }
  },
});

function isCertainlyTraining({ event, module }: ForwardPass): boolean {
  if ((event.mode & (Mode.train | Mode.fresh)) === 0 || (event.mode & (Mode.eval | Mode.unknown)) !== 0) return false;
  if ((event.mode & Mode.fresh) === 0) return true;
  // Where nobody in sight calls the function, another method may have set the mode before.
  return ![...frames(event.frame)].some((frame) => frame.isRoot) || !module.methodsCalled.has("eval");
}

/** `train()` under `no_grad()`, just for this pass, is how dropout is sampled and statistics are renewed. */
function isOnPurpose(model: Model, pass: ForwardPass): boolean {
  const last = lastModeCall(model, pass);
  if (last?.event.grad === Grad.off) return true;
  return [...frames(pass.event.frame)].some(({ closure }) => sampling.test(closure?.form.name ?? ""));
}

const sampling = /(^|_)mc(_|$)|monte|dropout|uncertain|bayes|calibrat|update_bn|(^|_)bn_/i;

function report(model: Model, pass: ForwardPass): Report {
  const { call } = pass.event;
  const name = calledText(model, pass);
  const last = lastModeCall(model, pass);
  const others = forwardPasses(model)
    .filter((other) => other.trains)
    .map((other) => other.event.call);
  const edit = /^[\w.]+$/.test(name) ? insertLineBefore(model, call, `${name}.eval()`, others) : undefined;
  return {
    at: call,
    message: `\`${shorten(name)}\` is in train mode here: call \`${shorten(name)}.eval()\` first.`,
    // What another method sets is not what is in force here.
    related: last?.sets === "train" ? [{ at: placeOf(last.event), message: "It was put in train mode here." }] : [],
    fixes: edit === undefined ? [] : [{ title: `Call \`${name}.eval()\` first`, safety: "suggestion", edits: [edit] }],
  };
}

function placeOf({ call, unit }: CallEvent): Place {
  return { start: call.start, end: call.end, path: unit.path };
}
