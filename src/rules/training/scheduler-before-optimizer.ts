import { excludeEachOther, guardsBetween } from "../../semantics/torch/guards.js";
import { uniqueCalls } from "../../semantics/code/unique.js";
import type { CallEvent } from "../../semantics/follow/run.js";
import { isWithin, stepsOf, updatesOf, type Update } from "../../semantics/torch/training-loop.js";
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
    const all = updatesOf(model);
    const schedules = stepsOf(model).filter(({ kind }) => kind === "schedule");
    for (const event of uniqueCalls(schedules.map((schedule) => schedule.event))) {
      const loop = event.loops;
      if (event.unit.path !== model.path || loop === undefined || event.args.positional.length > 0) continue;
      const schedule = schedules.find((step) => step.event === event);
      const order = schedule?.order ?? 0;
      const updates = updatesUnder(schedule?.object, all);
      const later = updates.find(
        (update) => update.order > order && isWithin(update.event, loop) && !excludeEachOther(update.event, event),
      );
      // An update before it, in the loop or ahead of it, is all that the schedule asks for.
      if (later === undefined || isGuarded(event, later.event) || updates.some((update) => update.order < order))
        continue;
      const scheduler = shorten(model.text(event.call.callee));
      const { unit, call } = later.event;
      const optimizer = shorten(unit.form.text.slice(call.callee.start, call.callee.end));
      yield {
        at: event.call,
        message: `\`${scheduler}()\` runs before the first \`${optimizer}()\`: move it behind.`,
        related: [
          { at: { start: call.start, end: call.end, path: unit.path }, message: "The optimizer steps here, after it." },
        ],
      };
    }
  },
});

/** The updates of the optimizer that a schedule was made for; all of them where that is not known. */
function updatesUnder(schedule: Value | undefined, all: readonly Update[]): readonly Update[] {
  const [made, ...others] = alternatives(schedule);
  if (made?.kind !== "entity" || made.origin.how !== "call" || others.length > 0) return all;
  const { args } = made.origin;
  const optimizer = args.named.get("optimizer") ?? args.positional[0];
  return all.some((update) => update.optimizer === optimizer)
    ? all.filter((update) => update.optimizer === optimizer || update.optimizer === undefined)
    : all;
}

/** `if epoch > 0: scheduler.step()` is the right order, written at the start of the next turn; a condition on both says nothing. */
function isGuarded(event: CallEvent, update: CallEvent): boolean {
  const { loops: loop } = event;
  if (loop === undefined) return false;
  const { start, end } = loop.loop;
  return guardsBetween(event, update).some(({ branch }) => branch.start >= start && branch.end <= end);
}
