import { unscaledSums } from "../../semantics/torch/accumulation.js";
import { optimizerText } from "../../semantics/torch/training-loop.js";
import { defineRule } from "../rule.js";
import { placeInFile, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "gradient-accumulation-unscaled",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "The mean losses of several batches are added without being divided",
    why: "Gradients of several batches add up until the optimizer steps. As each loss is a mean, their sum is as many times too large as there are batches, and so is the learning rate in effect; it changes whenever that number does.",
    fix: "Divide the loss by the number of batches that are added before a step.",
    guide: "training/training-loop#accumulated-batches",
    sources: [
      {
        title: "PyTorch: gradient accumulation",
        url: "https://docs.pytorch.org/docs/stable/notes/amp_examples.html#gradient-accumulation",
      },
    ],
    libraries: ["torch", "lightning_fabric"],
    topics: ["steps"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
criterion = torch.nn.CrossEntropyLoss()
for i, (calls, species) in enumerate(train_loader):
    loss = criterion(model(calls), species)
    loss.backward()
    if (i + 1) % 4 == 0:
        optimizer.step()
        optimizer.zero_grad()
`,
      good: `import torch

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
criterion = torch.nn.CrossEntropyLoss()
for i, (calls, species) in enumerate(train_loader):
    loss = criterion(model(calls), species) / 4
    loss.backward()
    if (i + 1) % 4 == 0:
        optimizer.step()
        optimizer.zero_grad()
`,
    },
  ],

  *check(model) {
    for (const { backward, update, guard } of unscaledSums(model)) {
      const condition = shorten(update.event.unit.form.text.slice(guard.start, guard.end));
      yield {
        at: backward.event.call,
        message: `The gradients of several batches add up until \`${shorten(optimizerText(update))}\` steps (\`${condition}\`): divide the loss by their number before \`backward()\`.`,
        related: placeInFile(update.event, "Their sum is used here."),
      };
    }
  },
});
