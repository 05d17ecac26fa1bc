import { softmaxesWithoutDim } from "../../semantics/outputs/softmax-dims.js";
import { defineRule } from "../rule.js";
import { addArgument, nameOf, shorten, suggest } from "../wording.js";

export default defineRule({
  meta: {
    id: "softmax-missing-dim",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A softmax does not say over which dimension",
    why: "Without `dim`, torch chooses one by the number of dimensions: the first for one and three, else the second. A batch of sequences is then normalised over the batch, and every row depends on its neighbours.",
    fix: "Pass `dim`: usually `dim=-1`, or `dim=1` for classes before height and width.",
    guide: "training/debugging#dimension-of-a-softmax",
    sources: [
      {
        title: "PyTorch: torch.nn.functional.softmax",
        url: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.softmax.html",
      },
    ],
    fixable: "suggestion",
    libraries: ["torch"],
    topics: ["softmax"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: "import torch.nn.functional as F\n\nweights = F.softmax(scores)\n",
      good: "import torch.nn.functional as F\n\nweights = F.softmax(scores, dim=-1)\n",
    },
    {
      title: "A layer takes it when it is made.",
      bad: "from torch import nn\n\nhead = nn.Sequential(nn.Linear(64, 5), nn.LogSoftmax())\n",
      good: "from torch import nn\n\nhead = nn.Sequential(nn.Linear(64, 5), nn.LogSoftmax(dim=1))\n",
    },
  ],

  *check(model) {
    for (const { call } of softmaxesWithoutDim(model)) {
      // As `dim=None`.
      const isWritten = call.args.some((arg) => arg.name === "dim");
      yield {
        at: call,
        message: `\`${shorten(model.text(nameOf(model, call)))}\` chooses a dimension by the shape of its input: pass \`dim\`.`,
        fixes: isWritten ? [] : suggest("Pass `dim=-1`", addArgument(model, call, "dim=-1")),
      };
    }
  },
});
