import type { Model } from "../../semantics/model.js";
import { doubleSoftmaxes, type DoubleSoftmax } from "../../semantics/outputs/double-softmax.js";
import { defineRule, type Report } from "../rule.js";
import { withoutSoftmax } from "../loss-wording.js";
import { alsoAt, shorten } from "../wording.js";

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
    for (const found of doubleSoftmaxes(model)) yield report(model, found);
  },
});

function report(model: Model, found: DoubleSoftmax): Report {
  const { event, input, softmax, named } = found;
  const loss = shorten(event.unit.form.text.slice(named.start, named.end).replace(/\([^]*$/, ""));
  const isHere = softmax.unit.path === model.path;
  const otherLoss = softmax.kind === "softmax" ? "" : ", or use `NLLLoss` with it";
  return {
    at: isHere ? softmax.site : input,
    message: isHere
      ? `\`${loss}\` applies ${softmax.kind} itself: leave this one out${otherLoss}.`
      : `\`${loss}\` applies ${softmax.kind} itself, and this comes from a ${softmax.kind}: give it the logits${otherLoss}.`,
    related: isHere
      ? alsoAt(input, event.unit, "The loss gets the result here.")
      : alsoAt(softmax.site, softmax.unit, "The softmax is here."),
    fixes: withoutSoftmax(model, found),
  };
}
