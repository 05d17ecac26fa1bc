import { bareCheckpoints, type BareCheckpoint } from "../../semantics/torch/resuming.js";
import { defineRule, type Report } from "../rule.js";
import { placeInFile } from "../wording.js";

export default defineRule({
  meta: {
    id: "checkpoint-without-optimizer-state",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A run is resumed without the state of its optimizer",
    why: "Adam and momentum keep averages of past gradients. A resumed run that starts them from zero takes steps of another size, and its loss jumps: it is not the run that was stopped.",
    fix: "Save `optimizer.state_dict()` (and the scheduler's) beside the weights, and load them when the run goes on.",
    guide: "training/parameters#resuming",
    sources: [
      {
        title: "PyTorch: saving and loading a general checkpoint",
        url: "https://docs.pytorch.org/tutorials/recipes/recipes/saving_and_loading_a_general_checkpoint.html",
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
from torch import nn

model = nn.Linear(12, 3)
optimizer = torch.optim.Adam(model.parameters())
start_epoch = 0
if resume:
    checkpoint = torch.load("last.pt")
    model.load_state_dict(checkpoint["model"])
    start_epoch = checkpoint["epoch"] + 1
for epoch in range(start_epoch, 50):
    for sensors, fault in loader:
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(sensors), fault).backward()
        optimizer.step()
    torch.save({"model": model.state_dict(), "epoch": epoch}, "last.pt")
`,
      good: `import torch
from torch import nn

model = nn.Linear(12, 3)
optimizer = torch.optim.Adam(model.parameters())
start_epoch = 0
if resume:
    checkpoint = torch.load("last.pt")
    model.load_state_dict(checkpoint["model"])
    optimizer.load_state_dict(checkpoint["optimizer"])
    start_epoch = checkpoint["epoch"] + 1
for epoch in range(start_epoch, 50):
    for sensors, fault in loader:
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(sensors), fault).backward()
        optimizer.step()
    state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch}
    torch.save(state, "last.pt")
`,
    },
  ],

  *check(model) {
    for (const checkpoint of bareCheckpoints(model)) yield report(checkpoint);
  },
});

function report({ saved, load, optimizer }: BareCheckpoint): Report {
  const type = optimizer.optimizer.type?.replace(/^.*\./, "") ?? "optimizer";
  return {
    at: saved,
    message: `Training goes on from this checkpoint, but the state of the ${type} optimizer is not in it: save \`optimizer.state_dict()\` too.`,
    related: placeInFile(load, "The run goes on from here."),
  };
}
