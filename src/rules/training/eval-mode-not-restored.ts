import { calledText, forwardPasses, type ForwardPass } from "../../semantics/forward-passes.js";
import { loops } from "../../semantics/frames.js";
import { ancestors, graphOf } from "../../semantics/graph.js";
import { modeCallsOn, type ModeCall } from "../../semantics/mode-calls.js";
import type { Model } from "../../semantics/model.js";
import { holds, mayDependOnMode } from "../../semantics/modules.js";
import type { CallEvent, LoopFrame } from "../../semantics/run.js";
import { isWithin } from "../../semantics/training-loop.js";
import { alternatives, Mode } from "../../semantics/values.js";
import { insertLineBefore } from "../insert-line.js";
import { defineRule, type Report } from "../rule.js";
import { shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "eval-mode-not-restored",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "Training goes on in eval mode after an evaluation",
    why: "After the first evaluation dropout no longer drops and batch normalisation no longer learns: the rest of the training runs without them, and no error tells.",
    fix: "Call `train()` where training starts again: at the start of each epoch, or at the end of the evaluation.",
    guide: "training/debugging#train-and-eval-mode",
    sources: [
      {
        title: "PyTorch: torch.nn.Module.train",
        url: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.train",
      },
    ],
    fixable: "suggestion",
    libraries: ["torch", "torchvision", "timm", "transformers"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch

def evaluate(model, loader):
    model.eval()
    with torch.no_grad():
        return sum((model(x).argmax(1) == y).sum().item() for x, y in loader)

def fit(model, optimizer, criterion, train_loader, val_loader):
    model.train()
    for epoch in range(30):
        for wings, species in train_loader:
            optimizer.zero_grad()
            criterion(model(wings), species).backward()
            optimizer.step()
        print(epoch, evaluate(model, val_loader))
`,
      good: `import torch

def evaluate(model, loader):
    model.eval()
    with torch.no_grad():
        return sum((model(x).argmax(1) == y).sum().item() for x, y in loader)

def fit(model, optimizer, criterion, train_loader, val_loader):
    for epoch in range(30):
        model.train()
        for wings, species in train_loader:
            optimizer.zero_grad()
            criterion(model(wings), species).backward()
            optimizer.step()
        print(epoch, evaluate(model, val_loader))
`,
    },
  ],

  *check(model) {
    for (const pass of forwardPasses(model)) {
      const { event, module } = pass;
      if (event.unit.path !== model.path || !pass.trains || (event.mode & Mode.eval) === 0) continue;
      const cause = causeOf(model, pass);
      if (cause !== undefined && mayDependOnMode(model, module)) yield report(model, pass, cause);
    }
  },
});

/** The `eval()` that is still in force when the loop comes round to the pass, with an evaluation in between. */
function causeOf(model: Model, pass: ForwardPass): ModeCall | undefined {
  for (const loop of loops(pass.event.loops)) {
    const cause = causeWithin(model, pass, loop);
    if (cause !== undefined) return cause;
  }
  return undefined;
}

/**
 * Goes back through one turn of a loop, from the pass to the start and then from the end, to the last call that set the mode.
 * Where nothing was evaluated after `eval()`, the mode was meant for this very pass: frozen statistics, an attack.
 */
function causeWithin(model: Model, pass: ForwardPass, loop: LoopFrame): ModeCall | undefined {
  const setters = new Map(modeCallsOn(model, pass.module).map((call) => [call.event, call]));
  const inForce = new Set(alternatives(pass.event.modeSetBy).map((by) => (by.kind === "entity" ? by.site : undefined)));
  const isCandidate = ({ event, sets }: ModeCall): boolean =>
    sets === "eval" && inForce.has(event.call) && isWithin(event, loop);
  if (![...setters.values()].some(isCandidate)) return undefined;
  const events = model.allCalls.filter((event) => isWithin(event, loop));
  const passes = new Set(evaluationsOf(model, pass).map(({ event }) => event));
  const here = events.indexOf(pass.event);
  let evaluated = false;
  for (const event of [...events.slice(0, here).reverse(), ...events.slice(here + 1).reverse()]) {
    const setter = setters.get(event);
    if (evaluated && setter !== undefined && isCandidate(setter)) return setter;
    // What was evaluated before the mode was set anew says nothing about an earlier call.
    if (setter !== undefined) evaluated = false;
    if (setter?.sets === "train" && asksForMode(model, event)) return undefined;
    evaluated ||= passes.has(event) || (!setters.has(event) && handsOver(model, event, pass));
  }
  return undefined;
}

/** `if was_training: model.train()` restores what it found. */
function asksForMode(model: Model, { branches }: CallEvent): boolean {
  if (branches === undefined) return false;
  return [...ancestors(model, [branches.test])].some(
    ({ origin }) => origin.how === "attribute" && origin.name === "training",
  );
}

/** The passes of the same module that train nothing. */
function evaluationsOf(model: Model, { module }: ForwardPass): readonly ForwardPass[] {
  return forwardPasses(model).filter(
    (pass) => !pass.trains && (pass.event.mode & Mode.eval) !== 0 && holds(model, pass.module, module),
  );
}

/** A call out of sight that gets the module, `evaluate(model, loader)`, or a method of it that predicts: nothing trains on what it gives. */
function handsOver(model: Model, event: CallEvent, { module }: ForwardPass): boolean {
  const { method, receiver, args, callee, path, result } = event;
  if (callee !== undefined || graphOf(model).reachesBackward(result)) return false;
  if (method !== undefined && alternatives(receiver).includes(module)) return predicts.test(method);
  if (path?.startsWith("torch.") === true || path?.startsWith("builtins.") === true) return false;
  return (
    evaluates.test(method ?? path ?? "") &&
    [...args.positional, ...args.named.values()].some((given) => alternatives(given).includes(module))
  );
}

const predicts = /^(generate|sample|predict|encode|decode|translate|transcribe|inference)/;
const evaluates = /eval|valid|test|score|predict|sampl|generat|infer/i;

function report(model: Model, pass: ForwardPass, { event }: ModeCall): Report {
  const { call } = pass.event;
  const name = calledText(model, pass);
  const edit = /^[\w.]+$/.test(name) ? insertLineBefore(model, call, `${name}.train()`, "innermost") : undefined;
  return {
    at: call,
    message: `\`${shorten(name)}\` is still in eval mode here after an evaluation: call \`${shorten(name)}.train()\` before training goes on.`,
    related: [
      {
        at: { start: event.call.start, end: event.call.end, path: event.unit.path },
        message: "It is put in eval mode here, and nothing sets it back.",
      },
    ],
    fixes: edit === undefined ? [] : [{ title: `Call \`${name}.train()\` first`, safety: "suggestion", edits: [edit] }],
  };
}
