import { callInFile } from "../../semantics/code/call-in-file.js";
import { paddedLosses, type PaddedLoss } from "../../semantics/outputs/padded-losses.js";
import { defineRule, type Report } from "../rule.js";
import { alsoAt, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "padding-in-loss",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A loss over tokens counts the padding",
    why: "Rows of a batch are filled up to the longest one. A loss that counts those places rewards the model for predicting the filler, most of all in short rows, and reports a loss that is too low.",
    fix: "Pass `ignore_index`, or mask the places that are padding.",
    guide: "training/debugging#padding-and-the-loss",
    sources: [
      {
        title: "PyTorch: CrossEntropyLoss",
        url: "https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html",
      },
    ],
    libraries: ["torch", "transformers", "pytorch_lightning"],
    topics: ["outputs"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch
from torch import nn
from torch.nn.utils.rnn import pad_sequence

def collate(rows):
    words, tags = zip(*rows)
    return pad_sequence(words, batch_first=True), pad_sequence(tags, batch_first=True)

loader = torch.utils.data.DataLoader(dataset, batch_size=16, collate_fn=collate)
criterion = nn.CrossEntropyLoss()
for words, tags in loader:
    scores = tagger(words)
    loss = criterion(scores.flatten(0, 1), tags.flatten())
`,
      good: `import torch
from torch import nn
from torch.nn.utils.rnn import pad_sequence

def collate(rows):
    words, tags = zip(*rows)
    return pad_sequence(words, batch_first=True), pad_sequence(tags, batch_first=True, padding_value=-1)

loader = torch.utils.data.DataLoader(dataset, batch_size=16, collate_fn=collate)
criterion = nn.CrossEntropyLoss(ignore_index=-1)
for words, tags in loader:
    scores = tagger(words)
    loss = criterion(scores.flatten(0, 1), tags.flatten())
`,
    },
  ],

  *check(model) {
    for (const found of paddedLosses(model)) {
      const at = callInFile(model, found.event)?.call;
      if (at !== undefined) yield report(found, at);
    }
  },
});

function report({ event, target, padding, isOwnLoss }: PaddedLoss, at: Report["at"]): Report {
  const { text } = event.unit.form;
  const name = shorten(text.slice(target.start, target.end), 40);
  return {
    at,
    message: isOwnLoss
      ? `\`${name}\` is padded, and the model's loss counts every label but -100: set the padding to -100.`
      : `\`${name}\` is padded, and this loss counts the padding: pass \`ignore_index\`, or mask it.`,
    related: alsoAt(padding.site, padding.unit, "Rows are filled up here."),
  };
}
