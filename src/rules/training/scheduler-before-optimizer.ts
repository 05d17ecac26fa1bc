import { isOptimizerType, isSchedulerType } from "../../knowledge/torch.js";
import { loops } from "../../semantics/code/frames.js";
import type { CallEvent } from "../../semantics/follow/run.js";
import { uniqueCalls } from "../../semantics/code/unique.js";
import { alternatives, type Value } from "../../semantics/values.js";
import { defineRule } from "../rule.js";
import { shorten } from "../wording.js";

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
    const steps = model.allCalls
      .map((event, order) => ({ event, order }))
      .filter(({ event }) => event.method === "step");
    const updates = steps.filter(({ event }) => isUpdate(event));
    for (const event of uniqueCalls(steps.map((step) => step.event).filter((step) => isSchedule(step)))) {
      const loop = event.loops;
      if (event.unit.path !== model.path || loop === undefined || isGuarded(event) || event.args.positional.length > 0)
        continue;
      const { order } = steps.find((step) => step.event === event) ?? { order: 0 };
      const later = updates.find((update) => update.order > order && [...loops(update.event.loops)].includes(loop));
      // An update before it, in the loop or ahead of it, is all that the schedule asks for.
      if (later === undefined || updates.some((update) => update.order < order)) continue;
      const scheduler = shorten(model.text(event.call.callee));
      const optimizer = shorten(
        later.event.unit.form.text.slice(later.event.call.callee.start, later.event.call.callee.end),
      );
      yield {
        at: event.call,
        message: `\`${scheduler}()\` runs before the first \`${optimizer}()\`: move it behind.`,
        related: [
          {
            at: { start: later.event.call.start, end: later.event.call.end, path: later.event.unit.path },
            message: "The optimizer steps here, after it.",
          },
        ],
      };
    }
  },
});

/** `if epoch > 0: scheduler.step()` is the right order, written at the start of the next turn. */
function isGuarded(event: CallEvent): boolean {
  const { branches, loops: loop } = event;
  if (branches === undefined || loop === undefined) return false;
  const { start, end } = loop.loop;
  return branches.branch.start >= start && branches.branch.end <= end;
}

function isSchedule(event: CallEvent): boolean {
  if (event.callee !== undefined) return false;
  return known(event.receiver, isSchedulerType) ?? /sched/i.test(receiverText(event));
}

/** `optimizer.step()`, and `scaler.step(optimizer)` of mixed precision. */
function isUpdate(event: CallEvent): boolean {
  if (event.callee !== undefined) return false;
  const [first] = event.args.positional;
  if (first !== undefined && known(first, isOptimizerType) === true) return true;
  return known(event.receiver, isOptimizerType) ?? /opt(im)?/i.test(receiverText(event));
}

function receiverText(event: CallEvent): string {
  const { callee } = event.call;
  if (callee.kind !== "Attribute") return "";
  return event.unit.form.text.slice(callee.object.start, callee.object.end);
}

/** Whether the library type of a value passes the test; undefined when there is none to ask. */
function known(value: Value | undefined, test: (path: string) => boolean): boolean | undefined {
  for (const option of alternatives(value)) {
    if (option.kind === "entity" && option.type !== undefined) return test(option.type);
    if (option.kind === "entity" && option.class !== undefined) return false;
  }
  return undefined;
}
