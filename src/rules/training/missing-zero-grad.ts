import type { Model } from "../../semantics/model.js";
import { unclearedByHand, unclearedUpdates, type UnclearedUpdate } from "../../semantics/torch/uncleared-updates.js";
import { receiverText } from "../../semantics/torch/training-loop.js";
import { callFirst } from "../call-first.js";
import { defineRule, type Report } from "../rule.js";
import { shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "missing-zero-grad",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "Gradients of all batches add up",
    why: "`backward()` adds to the gradients that are there. Where nothing clears them, each update is made of all the batches so far, and training drifts or diverges without an error.",
    fix: "Call `optimizer.zero_grad()` once for each update, before `backward()`.",
    guide: "training/training-loop#order-of-steps",
    sources: [
      {
        title: "PyTorch: zeroing out gradients",
        url: "https://docs.pytorch.org/tutorials/recipes/recipes/zeroing_out_gradients.html",
      },
    ],
    fixable: "suggestion",
    libraries: ["torch"],
    topics: ["steps"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for calls, species in train_loader:
    loss = criterion(model(calls), species)
    loss.backward()
    optimizer.step()
`,
      good: `import torch

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for calls, species in train_loader:
    loss = criterion(model(calls), species)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
`,
    },
    {
      title: "A function that goes backward and steps is a turn of its callers' loops.",
      bad: `import torch

def update(model, optimizer, calls, species):
    torch.nn.functional.cross_entropy(model(calls), species).backward()
    optimizer.step()

def fit(model, loader, optimizer):
    for calls, species in loader:
        update(model, optimizer, calls, species)
`,
      good: `import torch

def fit(model, loader, optimizer):
    optimizer.zero_grad()
    for step, (calls, species) in enumerate(loader):
        (torch.nn.functional.cross_entropy(model(calls), species) / 4).backward()
        if step % 4 == 3:
            optimizer.step()
            optimizer.zero_grad()
`,
    },
  ],

  *check(model) {
    for (const found of unclearedUpdates(model))
      if (found.backward.event.unit.path === model.path) yield report(model, found);
    for (const { event } of unclearedByHand(model))
      if (event.unit.path === model.path)
        yield {
          at: event.call,
          message: "These gradients add up over all turns of the loop: set them to zero after each update.",
        };
  },
});

function report(model: Model, { backward, update }: UnclearedUpdate): Report {
  const { call, unit } = backward.event;
  const optimizer = receiverText(update.event);
  const isNamed = /^[\w.]+$/.test(optimizer) && update.event.unit === unit && update.event.args.positional.length === 0;
  const name = isNamed ? optimizer : undefined;
  return {
    at: call,
    message: `These gradients add to those of the last turn: call \`${shorten(name ?? "optimizer")}.zero_grad()\` before \`backward()\`.`,
    fixes: callFirst(model, call, name, "zero_grad", "innermost"),
  };
}
