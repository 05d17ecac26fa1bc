import type { Model } from "../../semantics/model.js";
import { activationInput } from "../../semantics/outputs/activation-input.js";
import { isAlways, lossCalls, type LossCall } from "../../semantics/outputs/loss-calls.js";
import type { Output } from "../../semantics/outputs/outputs.js";
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
    topics: ["outputs"],
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
      bad: `import tensorflow as tf

model = tf.keras.Sequential([
    tf.keras.layers.Dense(64, activation="relu"),
    tf.keras.layers.Dense(12, activation="softmax"),
])
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
with tf.GradientTape() as tape:
    loss = loss_fn(labels, model(images, training=True))
`,
      good: `import tensorflow as tf

model = tf.keras.Sequential([
    tf.keras.layers.Dense(64, activation="relu"),
    tf.keras.layers.Dense(12, activation="softmax"),
])
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=False)
with tf.GradientTape() as tape:
    loss = loss_fn(labels, model(images, training=True))
`,
    },
  ],

  *check(model) {
    const reported = new Set<unknown>();
    for (const found of lossCalls(model)) {
      const { event, loss, outputs, input } = found;
      const [softmax] = outputs;
      const isTwice = loss.of === "classes" && loss.takes === "logits" && isAlways(found, "softmax", "log-softmax");
      if (!isTwice || softmax === undefined) continue;
      const isHere = softmax.unit.path === model.path;
      const at = isHere ? softmax.site : input;
      if ((!isHere && event.unit.path !== model.path) || reported.has(at)) continue;
      reported.add(at);
      yield report(model, found, softmax, at);
    }
  },
});

function report(model: Model, found: LossCall, softmax: Output, at: Span): Report {
  const { event, input } = found;
  const loss = lossName(found);
  const isAtSoftmax = at === softmax.site;
  const name = softmax.kind === "softmax" ? "softmax" : "log-softmax";
  const otherLoss = softmax.kind === "softmax" ? "" : ", or use `NLLLoss` with it";
  return {
    at,
    message: isAtSoftmax
      ? `\`${loss}\` applies ${name} itself: leave this one out${otherLoss}.`
      : `\`${loss}\` applies ${name} itself, and this comes from a ${name}: give it the logits${otherLoss}.`,
    related: isAtSoftmax
      ? [{ at: placeOf(event.unit.path, input), message: "The loss gets the result here." }]
      : [{ at: placeOf(softmax.unit.path, softmax.site), message: "The softmax is here." }],
    fixes: fixesOf(model, found, softmax),
  };
}

function lossName({ event, loss, making }: LossCall): string {
  const { text } = event.unit.form;
  const { callee } = loss.flag === undefined ? event.call : making;
  return shorten(text.slice(callee.start, callee.end).replace(/\([^]*$/, ""));
}

function placeOf(path: string, { start, end }: Span): Place {
  return { start, end, path };
}

function fixesOf(model: Model, { event, loss, making }: LossCall, softmax: Output): NonNullable<Report["fixes"]> {
  if (loss.flag !== undefined) {
    const flag = making.args.find(({ name }) => name === "from_logits");
    if (flag === undefined || event.unit.path !== model.path) return [];
    const edit = { start: flag.value.start, end: flag.value.end, newText: "False" };
    return [{ title: "Say `from_logits=False`", safety: "suggestion", edits: [edit] }];
  }
  if (softmax.unit.path !== model.path) return [];
  const inner = softmax.site.kind === "Call" ? activationInput(softmax.site) : undefined;
  if (inner === undefined) return [];
  const { start, end } = softmax.site;
  return [
    { title: "Leave the softmax out", safety: "suggestion", edits: [{ start, end, newText: model.text(inner) }] },
  ];
}
