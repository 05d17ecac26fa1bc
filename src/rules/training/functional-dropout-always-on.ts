import { frames } from "../../semantics/code/frames.js";
import { uniqueCalls } from "../../semantics/code/unique.js";
import type { CallEvent } from "../../semantics/follow/run.js";
import type { Model } from "../../semantics/model.js";
import { asksForMode } from "../../semantics/torch/mode-tests.js";
import { isModuleClassLike } from "../../semantics/torch/modules.js";
import { argument } from "../../semantics/values.js";
import { defineRule, type Report } from "../rule.js";
import { addArgument, nameOf } from "../wording.js";

export default defineRule({
  meta: {
    id: "functional-dropout-always-on",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A dropout function ignores evaluation mode",
    why: "`F.dropout` does not know the mode of the module that calls it: without `training=` it drops values in evaluation too, so predictions are random and usually worse.",
    fix: "Pass `training=self.training`, or make it an `nn.Dropout` layer.",
    guide: "training/parameters#state-in-modules",
    sources: [
      {
        title: "PyTorch: torch.nn.functional.dropout",
        url: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.dropout.html",
      },
    ],
    fixable: "suggestion",
    libraries: ["torch"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch.nn.functional as F
from torch import nn

class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(64, 8)

    def forward(self, words):
        return self.layer(F.dropout(words, 0.3))
`,
      good: `import torch.nn.functional as F
from torch import nn

class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(64, 8)

    def forward(self, words):
        return self.layer(F.dropout(words, 0.3, training=self.training))
`,
    },
  ],

  *check(model) {
    if (meantToStayOn.test(model.form.text)) return;
    const always = model.calls.filter(
      (event) => isAlwaysOn(event) && runsInModule(event) && !asksForMode(model, event),
    );
    for (const event of uniqueCalls(always)) {
      if (event.unit.path === model.path) yield report(model, event);
    }
  },
});

/** Dropout as a way to sample, and the pre-net of speech models, which needs it in evaluation too. */
const meantToStayOn =
  /monte.?carlo|mc.?dropout|mc_(samples|forward|passes)|bayesian|uncertain|pre_?net|(always|keep|stay|leave)\w*\s[^\n]{0,20}dropout|dropout\s[^\n]{0,30}((at|in|under|during) \W*(test|inference|eval)|always|on purpose|intentional)/i;

function isAlwaysOn({ path, args, callee, call }: CallEvent): boolean {
  if (callee !== undefined || path === undefined || !dropouts.test(path)) return false;
  if (call.args.some(({ spread }) => spread !== "none")) return false;
  const rate = argument(args, 1, "p");
  if (rate?.kind === "literal" && rate.value === 0) return false;
  const training = argument(args, 2, "training");
  return training === undefined || (training.kind === "literal" && training.value === true);
}

const dropouts = /^torch\.nn\.functional\.(dropout|dropout1d|dropout2d|dropout3d|alpha_dropout|feature_alpha_dropout)$/;

/** In a pass of a module, and not in a method that only training runs. */
function runsInModule({ frame }: CallEvent): boolean {
  const around = [...frames(frame)].flatMap(({ closure }) => (closure === undefined ? [] : [closure]));
  if (around.some(({ form }) => form.name !== undefined && trainingOnly.test(form.name))) return false;
  return around.some(({ owner }) => owner !== undefined && isModuleClassLike(owner));
}

const trainingOnly =
  /^_?(train|fit|augment|corrupt|perturb|compute_loss|loss|add_noise)|_train$|training_step|augment/i;

function report(model: Model, { call, args, frame }: CallEvent): Report {
  const given = argument(args, 2, "training");
  const self = frame.closure?.owner === undefined ? undefined : frame.closure.form.params[0]?.name;
  const written = call.args.find(({ name }) => name === "training") ?? (given === undefined ? undefined : call.args[2]);
  const edit =
    self === undefined
      ? undefined
      : written === undefined
        ? addArgument(model, call, `training=${self}.training`)
        : { start: written.value.start, end: written.value.end, newText: `${self}.training` };
  return {
    at: call,
    message: `\`${model.text(nameOf(model, call))}\` drops values in evaluation mode too: pass \`training=${self ?? "self"}.training\`.`,
    fixes:
      edit === undefined
        ? []
        : [{ title: `Pass \`training=${self ?? ""}.training\``, safety: "suggestion", edits: [edit] }],
  };
}
