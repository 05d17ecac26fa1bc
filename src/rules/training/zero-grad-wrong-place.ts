import { misplacedClears, type MisplacedClear } from "../../semantics/torch/misplaced-clears.js";
import { optimizerText } from "../../semantics/torch/training-loop.js";
import { defineRule } from "../rule.js";
import { placeInFile, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "zero-grad-wrong-place",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "Gradients are cleared at the wrong place of the loop",
    why: "Cleared between `backward()` and the update, the gradients of the batch are lost and the model learns nothing from it. Cleared once an epoch, the gradients of all its batches add up.",
    fix: "Call `optimizer.zero_grad()` before `backward()` or after `optimizer.step()`, once for each update.",
    guide: "training/training-loop#one-clearing-for-each-update",
    sources: [
      {
        title: "PyTorch: zeroing out gradients",
        url: "https://docs.pytorch.org/tutorials/recipes/recipes/zeroing_out_gradients.html",
      },
    ],
    libraries: ["torch", "accelerate", "lightning_fabric"],
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
    optimizer.zero_grad()
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
      title: "Clearing once an epoch is not clearing once an update.",
      bad: `import torch

def fit(model, loader, optimizer):
    for epoch in range(10):
        optimizer.zero_grad()
        for calls, species in loader:
            torch.nn.functional.cross_entropy(model(calls), species).backward()
            optimizer.step()
`,
      good: `import torch

def fit(model, loader, optimizer):
    for epoch in range(10):
        for calls, species in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(model(calls), species).backward()
            optimizer.step()
`,
    },
  ],

  *check(model) {
    for (const misplaced of misplacedClears(model)) {
      yield {
        at: misplaced.clear.event.call,
        message: messageOf(misplaced),
        related: placeInFile(misplaced.update.event, "The gradients are used here."),
      };
    }
  },
});

function messageOf({ place, clear, update }: MisplacedClear): string {
  const { call, unit } = clear.event;
  const clearing = shorten(unit.form.text.slice(call.callee.start, call.callee.end));
  const optimizer = shorten(optimizerText(update));
  switch (place) {
    case "between":
      return `\`${clearing}()\` throws away the gradients that \`backward()\` has just computed: call it before \`backward()\` or after the step of \`${optimizer}\`.`;
    case "while-adding":
      return `\`${clearing}()\` throws away the gradients of the batches between two steps of \`${optimizer}\`: call it only where the optimizer steps.`;
    case "once":
      return `\`${clearing}()\` runs outside the loop in which \`${optimizer}\` steps, so the gradients of its turns add up: call it once for each step.`;
  }
}
