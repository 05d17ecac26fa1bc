import { isPrimary } from "../../semantics/code/primary.js";
import { uniqueBy } from "../../semantics/code/unique.js";
import { mayBeStart } from "../../semantics/torch/carried-graph.js";
import { graphLeaks } from "../../semantics/torch/graph-leaks.js";
import { defineRule } from "../rule.js";
import { alsoAt, shorten, suggest } from "../wording.js";

export default defineRule({
  meta: {
    id: "loss-accumulates-graph",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A loss is kept together with its graph",
    why: "A loss remembers every operation that made it. A sum or a list of losses keeps the graphs of all batches alive, so memory grows until it runs out, often hours into training.",
    fix: "Keep plain numbers: `loss.item()`, or `loss.detach()` where the tensor is needed.",
    guide: "training/debugging#memory",
    sources: [
      {
        title: "PyTorch FAQ: My model reports “cuda runtime error(2): out of memory”",
        url: "https://docs.pytorch.org/docs/stable/notes/faq.html",
      },
    ],
    fixable: "suggestion",
    libraries: ["torch", "torchvision", "timm", "transformers", "accelerate", "pytorch_lightning"],
    topics: ["steps"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch

def train_epoch(model, criterion, optimizer, train_loader):
    total = 0.0
    for images, labels in train_loader:
        optimizer.zero_grad()
        loss = criterion(model(images), labels)
        loss.backward()
        optimizer.step()
        total += loss
    return total / len(train_loader)
`,
      good: `import torch

def train_epoch(model, criterion, optimizer, train_loader):
    total = 0.0
    for images, labels in train_loader:
        optimizer.zero_grad()
        loss = criterion(model(images), labels)
        loss.backward()
        optimizer.step()
        total += loss.item()
    return total / len(train_loader)
`,
    },
    {
      title: "Summing losses before one `backward()` is what graphs are for.",
      bad: `import torch

def train(model, criterion, optimizer, train_loader):
    history = []
    for views, label in train_loader:
        loss = sum(criterion(model(view), label) for view in views)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss)
    return history
`,
      good: `import torch

def train(model, criterion, optimizer, train_loader):
    history = []
    for views, label in train_loader:
        losses = []
        for view in views:
            losses.append(criterion(model(view), label))
        loss = sum(losses)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.detach())
    return history
`,
    },
  ],

  *check(model) {
    for (const { value, keeper, added, kept } of uniqueBy(graphLeaks(model), (leak) => leak.value)) {
      // What `backward()` was called on without an argument has one element.
      const call = mayBeStart(model, added) ? ".item()" : ".detach()";
      const advice = isPrimary(value)
        ? `keep \`${shorten(model.text(value))}${call}\``
        : `call \`${call}\` on what is kept`;
      const { end } = value;
      yield {
        at: value,
        message: `\`${shorten(model.text(keeper))}\` keeps the graph of every turn of the loop, and memory grows: ${advice}.`,
        related: kept === undefined ? [] : alsoAt(kept.expression, kept.unit, "It is kept here."),
        fixes: isPrimary(value) ? suggest(`Add \`${call}\``, { start: end, end, newText: call }) : [],
      };
    }
  },
});
