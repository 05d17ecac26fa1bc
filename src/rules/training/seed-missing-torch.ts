import { firstTorchDraw } from "../../semantics/seeds/first-draw.js";
import { isSeededInRun } from "../../semantics/seeds/script-seeding.js";
import { defineRule } from "../rule.js";
import { seedFix } from "../seed-fix.js";
import { nameOf, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "seed-missing-torch",
    stage: "training",
    languages: ["python"],
    severity: "hint",
    preset: "recommended",
    summary: "A training script does not seed torch",
    why: "Initial weights, shuffles and splits differ from run to run, so nobody can tell a better model from a lucky one.",
    fix: "Call `torch.manual_seed` (or `seed_everything`, `set_seed`) once at the start of the script.",
    guide: "training/reproducibility#seeds",
    sources: [{ title: "PyTorch: reproducibility", url: "https://docs.pytorch.org/docs/stable/notes/randomness.html" }],
    fixable: "suggestion",
    libraries: ["torch"],
    topics: ["chance"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch

model = torch.nn.Linear(3, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for rows, targets in batches:
    optimizer.zero_grad()
    torch.nn.functional.mse_loss(model(rows), targets).backward()
    optimizer.step()
`,
      good: `import torch

torch.manual_seed(7)
model = torch.nn.Linear(3, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for rows, targets in batches:
    optimizer.zero_grad()
    torch.nn.functional.mse_loss(model(rows), targets).backward()
    optimizer.step()
`,
    },
  ],

  *check(model) {
    const draw = firstTorchDraw(model);
    if (draw === undefined || isSeededInRun(model, "torch")) return;
    const fix = seedFix(model, draw, "torch", "manual_seed");
    yield {
      at: nameOf(model, draw.call),
      message: `\`${shorten(model.text(nameOf(model, draw.call)), 40)}\` draws random numbers, and nothing seeds torch: call \`torch.manual_seed\` at the start of the script.`,
      ...(fix && { fixes: [fix] }),
    };
  },
});
