import { starts } from "../../semantics/torch/carried-graph.js";
import { graphLeaks, type GraphLeak } from "../../semantics/torch/graph-leaks.js";
import type { Model } from "../../semantics/model.js";
import { alternatives } from "../../semantics/values.js";
import { defineRule, type Report } from "../rule.js";
import { shorten } from "../wording.js";

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
    const reported = new Set<unknown>();
    for (const leak of graphLeaks(model)) {
      if (reported.has(leak.value)) continue;
      reported.add(leak.value);
      yield report(model, leak);
    }
  },
});

function report(model: Model, leak: GraphLeak): Report {
  const value = model.text(leak.value);
  const keeper = shorten(model.text(leak.keeper));
  const call = isScalar(model, leak) ? ".item()" : ".detach()";
  const advice = isPostfix(leak) ? `keep \`${shorten(value)}${call}\`` : `call \`${call}\` on what is kept`;
  const { end } = leak.value;
  const fix = {
    title: `Add \`${call}\``,
    safety: "suggestion" as const,
    edits: [{ start: end, end, newText: call }],
  };
  return {
    at: leak.value,
    message: `\`${keeper}\` keeps the graph of every turn of the loop, and memory grows: ${advice}.`,
    related:
      leak.kept === undefined
        ? []
        : [
            {
              at: { start: leak.kept.expression.start, end: leak.kept.expression.end, path: leak.kept.unit.path },
              message: "It is kept here.",
            },
          ],
    fixes: isPostfix(leak) ? [fix] : [],
  };
}

/** What `backward()` was called on without an argument has one element. */
function isScalar(model: Model, { added }: GraphLeak): boolean {
  return alternatives(added).some((option) => option.kind === "entity" && starts(model).has(option));
}

function isPostfix({ value }: GraphLeak): boolean {
  return ["Name", "Attribute", "Call", "Subscript"].includes(value.kind);
}
