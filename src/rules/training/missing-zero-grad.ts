import { clearingOf, isMadeAnew } from "../../semantics/torch/clearing.js";
import { isManaged } from "../../semantics/torch/forward-passes.js";
import { clearsByHand, handUpdates } from "../../semantics/torch/hand-updates.js";
import { neverClears } from "../../semantics/torch/inherited-clearing.js";
import type { Model } from "../../semantics/model.js";
import {
  backwardsOf,
  receiverText,
  rootOf,
  sharedLoop,
  updatesOf,
  type Step,
  type Update,
} from "../../semantics/torch/training-loop.js";
import { feeds } from "../../semantics/torch/turns.js";
import { insertLineBefore } from "../insert-line.js";
import { defineRule, type Report } from "../rule.js";
import { shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "missing-zero-grad",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "Gradients of all batches add up",
    why: "`backward()` adds to the gradients that are there. Where nothing clears them, each update is made of all the batches so far, and training drifts or diverges without an error.",
    fix: "Call `optimizer.zero_grad()` once for each update, before `backward()`.",
    guide: "training/training-loop#order-of-steps",
    sources: [
      {
        title: "PyTorch: zeroing out gradients",
        url: "https://docs.pytorch.org/tutorials/recipes/recipes/zeroing_out_gradients.html",
      },
    ],
    fixable: "suggestion",
    libraries: ["torch"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for calls, species in train_loader:
    loss = criterion(model(calls), species)
    loss.backward()
    optimizer.step()
`,
      good: `import torch

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for calls, species in train_loader:
    loss = criterion(model(calls), species)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
`,
    },
    {
      title: "A function that goes backward and steps is a turn of its callers' loops.",
      bad: `import torch

def update(model, optimizer, calls, species):
    torch.nn.functional.cross_entropy(model(calls), species).backward()
    optimizer.step()

def fit(model, loader, optimizer):
    for calls, species in loader:
        update(model, optimizer, calls, species)
`,
      good: `import torch

def fit(model, loader, optimizer):
    optimizer.zero_grad()
    for step, (calls, species) in enumerate(loader):
        (torch.nn.functional.cross_entropy(model(calls), species) / 4).backward()
        if step % 4 == 3:
            optimizer.step()
            optimizer.zero_grad()
`,
    },
  ],

  *check(model) {
    const updates = updatesOf(model);
    const byHand = handUpdates(model);
    if ((updates.length === 0 && byHand.length === 0) || clearsByHand(model.form)) return;
    const backwards = backwardsOf(model);
    for (const update of updates) {
      if (isManaged(update.event.frame)) continue;
      const cause = backwardFor(model, backwards, update);
      if (cause === undefined || isEngine(cause, update) || cause.event.unit.path !== model.path) continue;
      const loop = sharedLoop(cause.event, update.event);
      if (
        loop === undefined
          ? neverClears(model, cause, update)
          : clearingOf(model, update, loop) === "never" && !isMadeAnew(model, update, loop)
      )
        yield report(model, cause, update, receiverText(update.event));
    }
    for (const { loops } of byHand) {
      const cause = backwards.findLast(({ event }) => sharedLoop(event, { loops }) !== undefined);
      if (cause !== undefined && cause.event.unit.path === model.path)
        yield {
          at: cause.event.call,
          message: "These gradients add up over all turns of the loop: set them to zero after each update.",
        };
    }
  },
});

/** The backward whose gradients an update uses: the last one before it in the loop, or the one in its closure. */
function backwardFor(model: Model, backwards: readonly Step[], update: Update): Step | undefined {
  const { event, order } = update;
  const isNear = (backward: Step): boolean =>
    (event.loops === undefined
      ? rootOf(event.frame) !== undefined && rootOf(event.frame) === rootOf(backward.event.frame)
      : sharedLoop(backward.event, event) !== undefined) && feeds(model, backward, update) !== false;
  return backwards.findLast((backward) => backward.order < order && isNear(backward)) ?? backwards.find(isNear);
}

/** An engine that goes backward and steps by itself also clears by itself. */
function isEngine({ event }: Step, update: Update): boolean {
  return event.receiver !== undefined && event.receiver === update.event.receiver;
}

function report(model: Model, { event }: Step, update: Update, optimizer: string): Report {
  const name = /^[\w.]+$/.test(optimizer) && update.event.unit === event.unit ? optimizer : undefined;
  const clear = update.event.args.positional.length > 0 ? undefined : name;
  const edit =
    clear === undefined ? undefined : insertLineBefore(model, event.call, `${clear}.zero_grad()`, "innermost");
  return {
    at: event.call,
    message: `These gradients add to those of the last turn: call \`${shorten(clear ?? "optimizer")}.zero_grad()\` before \`backward()\`.`,
    fixes:
      edit === undefined
        ? []
        : [{ title: `Call \`${clear ?? ""}.zero_grad()\` first`, safety: "suggestion", edits: [edit] }],
  };
}
