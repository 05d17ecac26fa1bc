import { unusedGradients } from "../../semantics/torch/unused-gradients.js";
import { defineRule } from "../rule.js";
import { alsoAt, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "missing-optimizer-step",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "Gradients are computed and never used",
    why: "`backward()` only computes gradients; the weights change when the optimizer steps. Without the step the loop runs at full cost and the model stays as it was.",
    fix: "Call `optimizer.step()` after `backward()`.",
    guide: "training/training-loop#a-step-for-each-backward",
    sources: [{ title: "PyTorch: torch.optim", url: "https://docs.pytorch.org/docs/stable/optim.html" }],
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
    optimizer.zero_grad()
    loss = criterion(model(calls), species)
    loss.backward()
`,
      good: `import torch

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for calls, species in train_loader:
    optimizer.zero_grad()
    loss = criterion(model(calls), species)
    loss.backward()
    optimizer.step()
`,
    },
  ],

  *check(model) {
    for (const { backward, optimizer, name } of unusedGradients(model)) {
      const { site, unit } = optimizer;
      const called = name === undefined ? "the optimizer" : `\`${shorten(name)}\``;
      yield {
        at: backward.event.call,
        message: `${called[0]!.toUpperCase()}${called.slice(1)} never steps, so these gradients change no weight: call \`${shorten(name ?? "optimizer")}.step()\` after \`backward()\`.`,
        related: site === undefined ? [] : alsoAt(site, unit, "The optimizer is made here."),
      };
    }
  },
});
