import { wrongCadences } from "../../semantics/torch/schedule-cadence.js";
import { scheduleType } from "../../semantics/torch/schedule-lengths.js";
import { receiverText } from "../../semantics/torch/training-loop.js";
import { defineRule } from "../rule.js";
import { alsoAt, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "scheduler-wrong-cadence",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A schedule is stepped at another pace than its length assumes",
    why: "A schedule made for all updates and stepped once an epoch never gets past its first few values; one made for epochs and stepped at each batch is over within the first of them. Either way the model trains at a learning rate that nobody chose.",
    fix: "Step the scheduler once for each batch or once for each epoch, as its length counts; or give its length in what the loop counts.",
    guide: "training/training-loop#schedule-cadence",
    sources: [
      {
        title: "PyTorch: how to adjust learning rate",
        url: "https://docs.pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate",
      },
    ],
    libraries: ["torch", "transformers"],
    topics: ["steps"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, 0.1, total_steps=10 * len(train_loader))
for epoch in range(10):
    for calls, species in train_loader:
        optimizer.zero_grad()
        criterion(model(calls), species).backward()
        optimizer.step()
    scheduler.step()
`,
      good: `import torch

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, 0.1, total_steps=10 * len(train_loader))
for epoch in range(10):
    for calls, species in train_loader:
        optimizer.zero_grad()
        criterion(model(calls), species).backward()
        optimizer.step()
        scheduler.step()
`,
    },
    {
      title: "Milestones in epochs are for a step at the end of each epoch.",
      bad: `import torch

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[30, 60, 80])
for epoch in range(90):
    for calls, species in train_loader:
        optimizer.zero_grad()
        criterion(model(calls), species).backward()
        optimizer.step()
        scheduler.step()
`,
      good: `import torch

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[30, 60, 80])
for epoch in range(90):
    for calls, species in train_loader:
        optimizer.zero_grad()
        criterion(model(calls), species).backward()
        optimizer.step()
    scheduler.step()
`,
    },
  ],

  *check(model) {
    for (const { event, schedule, counts } of wrongCadences(model)) {
      const name = shorten(receiverText(event));
      const type = scheduleType(schedule) ?? "schedule";
      const kind = type.slice(type.lastIndexOf(".") + 1);
      const { site, unit } = schedule;
      yield {
        at: event.call,
        message:
          counts === "batch"
            ? `The length of this \`${kind}\` counts batches, but \`${name}\` steps once an epoch: step it after each \`optimizer.step()\`.`
            : `The length of this \`${kind}\` counts epochs, but \`${name}\` steps at each batch: step it once, at the end of the epoch.`,
        related: site === undefined ? [] : alsoAt(site, unit, "Its length is given here."),
      };
    }
  },
});
