import { keepsDropoutOn } from "../../knowledge/dropout.js";
import { givenAs } from "../../semantics/code/given-arguments.js";
import { selfName } from "../../semantics/code/self-name.js";
import { uniqueCalls } from "../../semantics/code/unique.js";
import { dropoutsInAllModes } from "../../semantics/torch/functional-dropout.js";
import { asksForMode } from "../../semantics/torch/mode-tests.js";
import { isPartOfPass } from "../../semantics/torch/module-code.js";
import { defineRule } from "../rule.js";
import { addArgument, nameOf, replace, suggest } from "../wording.js";

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
    topics: ["dropout"],
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
    if (keepsDropoutOn.test(model.form.text)) return;
    const always = dropoutsInAllModes(model).filter((event) => isPartOfPass(event) && !asksForMode(model, event));
    for (const event of uniqueCalls(always)) {
      const { call } = event;
      const self = selfName(event);
      const mode = `${self ?? "self"}.training`;
      const written = givenAs(event, 2, "training")?.expression;
      const edit = written === undefined ? addArgument(model, call, `training=${mode}`) : replace(written, mode);
      yield {
        at: call,
        message: `\`${model.text(nameOf(model, call))}\` drops values in evaluation mode too: pass \`training=${mode}\`.`,
        fixes: self === undefined ? [] : suggest(`Pass \`training=${mode}\``, edit),
      };
    }
  },
});
