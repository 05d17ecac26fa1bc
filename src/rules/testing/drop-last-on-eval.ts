import { droppedBatches } from "../../semantics/torch/dropped-batches.js";
import { defineRule } from "../rule.js";

export default defineRule({
  meta: {
    id: "drop-last-on-eval",
    stage: "testing",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "An evaluated loader drops its last batch",
    why: "The samples of the last, incomplete batch are in no score. With a large batch and a small test set that is a good part of the data, and two batch sizes give two results.",
    fix: "Leave `drop_last` out for validation and test loaders.",
    guide: "testing/held-out-evaluation#every-sample-counts",
    sources: [
      {
        title: "PyTorch: DataLoader",
        url: "https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.DataLoader",
      },
    ],
    fixable: "suggestion",
    libraries: ["torch", "torch_geometric", "monai"],
    topics: ["loaders"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `from torch.utils.data import DataLoader

train_loader = DataLoader(train_set, batch_size=64, shuffle=True, drop_last=True)
val_loader = DataLoader(val_set, batch_size=64, drop_last=True)
`,
      good: `from torch.utils.data import DataLoader

train_loader = DataLoader(train_set, batch_size=64, shuffle=True, drop_last=True)
val_loader = DataLoader(val_set, batch_size=64)
`,
    },
  ],

  *check(model) {
    for (const { at, flag, purpose } of droppedBatches(model)) {
      yield {
        at,
        message: `The last incomplete batch of the ${purpose} data is left out of every score: leave \`drop_last\` out here.`,
        fixes:
          flag === undefined
            ? []
            : [
                {
                  title: "Keep the last batch",
                  safety: "suggestion",
                  edits: [{ start: flag.start, end: flag.end, newText: "False" }],
                },
              ],
      };
    }
  },
});
