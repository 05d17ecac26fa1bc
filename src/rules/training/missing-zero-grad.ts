import { clearsByHand, isMadeAnew, mayClear } from "../../semantics/torch/clearing.js";
import { isManaged } from "../../semantics/torch/forward-passes.js";
import { graphOf, type BackwardCall } from "../../semantics/torch/graph.js";
import { handUpdates } from "../../semantics/torch/hand-updates.js";
import type { Model } from "../../semantics/model.js";
import type { LoopFrame } from "../../semantics/follow/run.js";
import {
  isWithin,
  receiverText,
  rootOf,
  sharedLoop,
  updatesOf,
  type Update,
} from "../../semantics/torch/training-loop.js";
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
      title: "Clearing once an epoch is not clearing once an update.",
      bad: `import torch

def fit(model, loader, optimizer):
    for epoch in range(10):
        optimizer.zero_grad()
        for calls, species in loader:
            torch.nn.functional.cross_entropy(model(calls), species).backward()
            optimizer.step()
`,
      good: `import torch

def fit(model, loader, optimizer):
    for epoch in range(10):
        for step, (calls, species) in enumerate(loader):
            torch.nn.functional.cross_entropy(model(calls), species).backward()
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
    const backwards = graphOf(model).backwards.filter(
      ({ event }) => event.path === undefined || event.method === "backward",
    );
    for (const update of updates) {
      if (isManaged(update.event.frame)) continue;
      const cause = backwardFor(model, backwards, update);
      if (cause === undefined || isEngine(cause, update) || cause.event.unit.path !== model.path) continue;
      const loop = sharedLoop(cause.event, update.event);
      if (
        loop === undefined
          ? neverClears(model, cause, update)
          : !isCleared(model, loop, update) && !isMadeAnew(model, update, loop)
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
function backwardFor(model: Model, backwards: readonly BackwardCall[], { event }: Update): BackwardCall | undefined {
  const position = model.allCalls.indexOf(event);
  const near = backwards.filter((backward) =>
    event.loops === undefined
      ? rootOf(event.frame) !== undefined && rootOf(event.frame) === rootOf(backward.event.frame)
      : sharedLoop(backward.event, event) !== undefined,
  );
  return near.findLast((backward) => model.allCalls.indexOf(backward.event) < position) ?? near[0];
}

/** An engine that goes backward and steps by itself also clears by itself. */
function isEngine({ event }: BackwardCall, update: Update): boolean {
  return event.receiver !== undefined && event.receiver === update.event.receiver;
}

function isCleared(model: Model, loop: LoopFrame, update: Update): boolean {
  return model.allCalls.some((event) => isWithin(event, loop) && mayClear(model, event, update));
}

/** A step that others call again and again, in a file that made the optimizer and clears nothing anywhere. */
function neverClears(model: Model, cause: BackwardCall, update: Update): boolean {
  const self = cause.event.frame.closure?.self;
  if (self?.kind !== "entity" || self.class === undefined || update.optimizer?.type === undefined) return false;
  return self.class.bases.length === 0 && !/zero_?grad/i.test(model.form.text);
}

function report(model: Model, { event }: BackwardCall, update: Update, optimizer: string): Report {
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
