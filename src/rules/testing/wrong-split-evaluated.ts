import { wrongPartsIn } from "../../semantics/data/wrong-parts.js";
import { defineRule } from "../rule.js";
import { shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "wrong-split-evaluated",
    stage: "testing",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "The training part stands where the validation or test part is called for",
    why: "One wrong name is enough: the number that is called a validation or test score is then one on the training rows, and looks better than the model is.",
    fix: "Use the part that the name on the other side speaks of.",
    guide: "testing/held-out-evaluation#score-unseen-rows",
    libraries: [
      "torch",
      "sklearn",
      "keras",
      "tensorflow",
      "torch_geometric",
      "pytorch_lightning",
      "transformers",
      "xgboost",
      "lightgbm",
      "catboost",
      "datasets",
    ],
    topics: ["data"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `from torch.utils.data import DataLoader

train_loader = DataLoader(train_set, batch_size=64, shuffle=True)
val_loader = DataLoader(train_set, batch_size=64)
`,
      good: `from torch.utils.data import DataLoader

train_loader = DataLoader(train_set, batch_size=64, shuffle=True)
val_loader = DataLoader(val_set, batch_size=64)
`,
    },
    {
      title: "So do masks.",
      bad: `import torch

def test():
    out = net(graph.x, graph.edge_index).argmax(1)
    return (out[graph.train_mask] == graph.y[graph.train_mask]).float().mean()
`,
      good: `import torch

def test():
    out = net(graph.x, graph.edge_index).argmax(1)
    return (out[graph.test_mask] == graph.y[graph.test_mask]).float().mean()
`,
    },
  ],

  *check(model) {
    for (const { at, wanted } of wrongPartsIn(model)) {
      yield {
        at,
        message: `\`${shorten(model.text(at), 40)}\` is the training part, where the ${wanted === "test" ? "held-out" : wanted} part is called for.`,
      };
    }
  },
});
