import { uniqueBy } from "../../semantics/code/unique.js";
import { updateBehind } from "../../semantics/torch/schedule-order.js";
import { stepsOf } from "../../semantics/torch/training-loop.js";
import { defineRule } from "../rule.js";
import { placeInFile, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "scheduler-before-optimizer",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "The learning rate moves on before the first update",
    why: "A scheduler that steps ahead of the optimizer skips the first value of its schedule: warm-up starts too high, and a milestone comes one step too early. PyTorch only warns about it at run time.",
    fix: "Call `optimizer.step()` first and `scheduler.step()` after it: once for each batch, or once at the end of each epoch, as the schedule counts.",
    guide: "training/training-loop#order-of-steps",
    sources: [
      {
        title: "PyTorch: How to adjust learning rate",
        url: "https://docs.pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate",
      },
    ],
    libraries: ["torch"],
    topics: ["steps"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=10)
for epoch in range(40):
    scheduler.step()
    for seeds, labels in train_loader:
        optimizer.zero_grad()
        criterion(model(seeds), labels).backward()
        optimizer.step()
`,
      good: `import torch

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=10)
for epoch in range(40):
    for seeds, labels in train_loader:
        optimizer.zero_grad()
        criterion(model(seeds), labels).backward()
        optimizer.step()
    scheduler.step()
`,
    },
  ],

  *check(model) {
    const schedules = stepsOf(model).filter(({ kind }) => kind === "schedule");
    const early = schedules.flatMap((schedule) => {
      const { unit, args } = schedule.event;
      const update = unit.path === model.path && args.positional.length === 0 && updateBehind(model, schedule);
      return update ? [{ call: schedule.event.call, update }] : [];
    });
    for (const { call, update } of uniqueBy(early, (found) => found.call)) {
      const { callee } = update.event.call;
      const step = shorten(update.event.unit.form.text.slice(callee.start, callee.end));
      yield {
        at: call,
        message: `\`${shorten(model.text(call.callee))}()\` runs before the first \`${step}()\`: move it behind.`,
        related: placeInFile(update.event, "The optimizer steps here, after it."),
      };
    }
  },
});
