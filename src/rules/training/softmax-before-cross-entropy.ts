import { isKerasCrossEntropy } from "../../knowledge/cross-entropy.js";
import { logitsCalls, type LogitsCall } from "../../semantics/torch/logits-calls.js";
import type { Model } from "../../semantics/model.js";
import type { Call } from "../../syntax/expressions.js";
import type { Span } from "../../syntax/span.js";
import { defineRule, type Place, type Report } from "../rule.js";
import { shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "softmax-before-cross-entropy",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A cross entropy that takes logits is given the output of a softmax",
    why: "The loss applies softmax itself. Applied twice, all classes look nearly alike to it: the loss never gets near zero, gradients shrink, and the model learns slowly or not at all, without any error.",
    fix: "Give the loss the raw scores, and apply softmax only where probabilities are read.",
    guide: "training/debugging#loss-input",
    sources: [
      {
        title: "PyTorch: CrossEntropyLoss",
        url: "https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html",
      },
      {
        title: "Keras: probabilistic losses",
        url: "https://keras.io/api/losses/probabilistic_losses/",
      },
    ],
    fixable: "suggestion",
    libraries: ["torch", "torchvision", "timm", "pytorch_lightning", "tensorflow", "keras"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch
from torch import nn

class Birds(nn.Module):
    def __init__(self, features, species):
        super().__init__()
        self.out = nn.Linear(features, species)

    def forward(self, x):
        return torch.softmax(self.out(x), dim=1)

model = Birds(64, 12)
criterion = nn.CrossEntropyLoss()
for calls, species in train_loader:
    loss = criterion(model(calls), species)
`,
      good: `import torch
from torch import nn

class Birds(nn.Module):
    def __init__(self, features, species):
        super().__init__()
        self.out = nn.Linear(features, species)

    def forward(self, x):
        return self.out(x)

model = Birds(64, 12)
criterion = nn.CrossEntropyLoss()
for calls, species in train_loader:
    loss = criterion(model(calls), species)
`,
    },
    {
      title: "Keras is told by `from_logits` what it is given.",
      bad: `import keras

model = keras.Sequential([
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(12, activation="softmax"),
])
model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
`,
      good: `import keras

model = keras.Sequential([
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(12, activation="softmax"),
])
model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=False))
`,
    },
  ],

  *check(model) {
    const reported = new Set<unknown>();
    for (const found of logitsCalls(model)) {
      const { event, softmax } = found;
      const isHere = softmax.unit.path === model.path;
      const at = isHere ? softmax.site : found.input;
      if ((!isHere && event.unit.path !== model.path) || reported.has(at)) continue;
      reported.add(at);
      yield report(model, found, at);
    }
  },
});

function report(model: Model, found: LogitsCall, at: Span): Report {
  const { event, softmax } = found;
  const loss = lossName(found);
  const isAtSoftmax = at === softmax.site;
  const what =
    softmax.kind === "softmax" ? `\`${loss}\` applies softmax itself` : `\`${loss}\` applies log-softmax itself`;
  const advice = softmax.kind === "softmax" ? "give it the logits" : "give it the logits, or use `NLLLoss`";
  return {
    at,
    message: isAtSoftmax
      ? `${what}: ${advice}, without this ${softmax.kind === "softmax" ? "softmax" : "log-softmax"}.`
      : `${what}, and this comes from a ${softmax.kind === "softmax" ? "softmax" : "log-softmax"}: ${advice}.`,
    related: isAtSoftmax
      ? [{ at: placeOf(event.unit.path, found.input), message: "The loss gets the result here." }]
      : [{ at: placeOf(softmax.unit.path, softmax.site), message: "The softmax is here." }],
    fixes: fixesOf(model, found),
  };
}

function lossName({ event, loss }: LogitsCall): string {
  const { text } = event.unit.form;
  const { callee } = loss ?? event.call;
  return shorten(text.slice(callee.start, callee.end).replace(/\([^]*$/, ""));
}

function placeOf(path: string, { start, end }: Span): Place {
  return { start, end, path };
}

function fixesOf(model: Model, { softmax, event, loss }: LogitsCall): NonNullable<Report["fixes"]> {
  const flag = loss?.args.find(({ name }) => name === "from_logits");
  if (loss !== undefined && flag !== undefined && event.unit.path === model.path) {
    const title = "Say `from_logits=False`";
    const edit = { start: flag.value.start, end: flag.value.end, newText: "False" };
    return [{ title, safety: "suggestion", edits: [edit] }];
  }
  if (softmax.unit.path !== model.path || isKerasCrossEntropy(event.path ?? "")) return [];
  const inner = softmax.site.kind === "Call" ? innerOf(model, softmax.site) : undefined;
  if (inner === undefined) return [];
  const { start, end } = softmax.site;
  return [{ title: "Leave the softmax out", safety: "suggestion", edits: [{ start, end, newText: inner }] }];
}

/** What a softmax is applied to: `x` of `F.softmax(x, dim=1)`, `x.softmax(-1)` and `self.softmax(x)`. */
function innerOf(model: Model, { callee, args }: Call): string | undefined {
  const name = callee.kind === "Attribute" ? callee.name : callee.kind === "Name" ? callee.id : "";
  // The layers themselves are taken out by hand: a comma and perhaps a line go with them.
  if (!/softmax/.test(name)) return undefined;
  const input = args.find((arg) => arg.name === "input") ?? args[0];
  const isMethod =
    input === undefined || input.name === "dim" || input.value.kind === "Literal" || isNegative(input.value);
  if (!isMethod) return input.name === undefined || input.name === "input" ? model.text(input.value) : undefined;
  return callee.kind === "Attribute" ? model.text(callee.object) : undefined;
}

function isNegative(value: Call["args"][number]["value"]): boolean {
  return value.kind === "Operation" && value.operands.length === 1;
}
