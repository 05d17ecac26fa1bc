import { calledText, forwardPasses, isTrained, type ForwardPass } from "../../semantics/torch/forward-passes.js";
import { frames } from "../../semantics/code/frames.js";
import type { Model } from "../../semantics/model.js";
import type { CallEvent } from "../../semantics/follow/run.js";
import { mayDependOnMode } from "../../semantics/torch/modules.js";
import { isUnitTestFile } from "../../semantics/code/unit-tests.js";
import { Mode, type Entity } from "../../semantics/values.js";
import { insertLineBefore } from "../insert-line.js";
import { defineRule, type Place } from "../rule.js";
import { shorten } from "../wording.js";
import { orderOf } from "../../semantics/code/call-order.js";
import { callsOn } from "../../semantics/code/calls-on.js";

export default defineRule({
  meta: {
    id: "load-state-dict-without-mode",
    stage: "deployment",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "Loaded weights are used without setting a mode",
    why: "A new module is in train mode, and loading weights does not change that: dropout still drops and batch normalisation uses the statistics of each batch, so the same input gives another answer every time.",
    fix: "Call `eval()` after `load_state_dict()` when the model predicts, or `train()` when training goes on.",
    guide: "deployment/model-loading#mode-after-loading",
    sources: [
      {
        title: "PyTorch: Saving and loading models",
        url: "https://docs.pytorch.org/tutorials/beginner/saving_loading_models.html",
      },
    ],
    fixable: "suggestion",
    libraries: ["torch"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch
from torchvision.models import resnet18

model = resnet18(num_classes=7)
model.load_state_dict(torch.load("moths.pt", weights_only=True))
with torch.no_grad():
    species = model(photo).argmax(1)
`,
      good: `import torch
from torchvision.models import resnet18

model = resnet18(num_classes=7)
model.load_state_dict(torch.load("moths.pt", weights_only=True))
model.eval()
with torch.no_grad():
    species = model(photo).argmax(1)
`,
    },
  ],

  *check(model) {
    if (isUnitTestFile(model.form)) return;
    const reported = new Set<Entity>();
    for (const pass of forwardPasses(model)) {
      const { event, module } = pass;
      if (event.unit.path !== model.path || reported.has(module)) continue;
      if (!isUnset(pass) && !isNeverSet(model, pass)) continue;
      if (pass.feedsTraining || isTrained(model, module) || !mayDependOnMode(model, module)) continue;
      reported.add(module);
      const name = calledText(model, pass);
      const edit = /^[\w.]+$/.test(name) ? insertLineBefore(model, event.call, `${name}.eval()`) : undefined;
      const load = loadOf(model, pass);
      yield {
        at: event.call,
        message: `\`${shorten(name)}\` has loaded weights and is still in train mode: call \`${shorten(name)}.eval()\` first.`,
        related: load === undefined ? [] : [{ at: load, message: "Its weights are loaded here." }],
        fixes:
          edit === undefined ? [] : [{ title: `Call \`${name}.eval()\` first`, safety: "suggestion", edits: [edit] }],
      };
    }
  },
});

/** Weights were loaded, and certainly nobody set a mode, before or since. */
function isUnset({ event, module }: ForwardPass): boolean {
  if (!event.loadedWithoutMode || event.mode !== Mode.fresh) return false;
  // Where nobody in sight calls the function, another one may have set the mode before.
  return ![...frames(event.frame)].some((frame) => frame.isRoot) || !module.methodsCalled.has("eval");
}

/** Weights were loaded into what a function out of sight built, as new models are, and the file never speaks of modes. */
function isNeverSet(model: Model, { module }: ForwardPass): boolean {
  const { origin, methodsCalled, id } = wholeOf(module);
  if (origin.how !== "call" || !methodsCalled.has("load_state_dict") || speaksOfModes.test(model.form.text))
    return false;
  const { callee } = origin.call;
  const builder = callee.kind === "Attribute" ? callee.name : callee.kind === "Name" ? callee.id : "";
  return buildsModel.test(builder) && !model.allCalls.some((event) => isHandedOver(event, id));
}

const speaksOfModes = /\.(eval|train|requires_grad_|backward)\b|\btraining\b|eval_mode|optim/;
const buildsModel = /^_?(build|create|make|init|get)_(\w+_)?(model|net|network|module)$/;

/** What a part is of: `model` of `model.decoder`. */
function wholeOf(module: Entity): Entity {
  const { origin } = module;
  return origin.how === "attribute" && origin.of.kind === "entity" && origin.of.class === undefined
    ? wholeOf(origin.of)
    : module;
}

/** Code out of sight that gets the model may set its mode. */
function isHandedOver({ args, callee, entered }: CallEvent, id: number): boolean {
  if (callee?.kind === "closure" && entered) return false;
  return [...args.positional, ...args.named.values()].some((given) => given.kind === "entity" && given.id === id);
}

function loadOf(model: Model, { module, event }: ForwardPass): Place | undefined {
  const order = orderOf(model, event);
  const load = callsOn(model, wholeOf(module)).findLast(
    (call) => call.method === "load_state_dict" && orderOf(model, call) < order,
  );
  return load === undefined ? undefined : { start: load.call.start, end: load.call.end, path: load.unit.path };
}
