import { uniqueBy } from "../../semantics/code/unique.js";
import { scalingMistakes, type ScalingMistake } from "../../semantics/torch/mixed-precision.js";
import { receiverText } from "../../semantics/torch/training-loop.js";
import { defineRule } from "../rule.js";
import { placeInFile, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "amp-misuse",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "Mixed precision with a part of the loss scaling missing",
    why: "In float16 small gradients become zero unless the loss is scaled up before `backward()` and the gradients are scaled down before the step. With one part missing the updates are thousands of times too large or too small, or skip what the scaler should have caught.",
    fix: "Use all parts together: `scaler.scale(loss).backward()`, `scaler.step(optimizer)`, `scaler.update()`; or train in bfloat16, which needs no scaler.",
    guide: "training/training-loop#mixed-precision",
    sources: [
      {
        title: "PyTorch: automatic mixed precision examples",
        url: "https://docs.pytorch.org/docs/stable/notes/amp_examples.html",
      },
    ],
    libraries: ["torch"],
    topics: ["steps"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scaler = torch.amp.GradScaler("cuda")
for calls, species in train_loader:
    optimizer.zero_grad()
    with torch.autocast("cuda"):
        loss = criterion(model(calls), species)
    loss.backward()
    scaler.step(optimizer)
    scaler.update()
`,
      good: `import torch

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scaler = torch.amp.GradScaler("cuda")
for calls, species in train_loader:
    optimizer.zero_grad()
    with torch.autocast("cuda"):
        loss = criterion(model(calls), species)
    scaler.scale(loss).backward()
    scaler.step(optimizer)
    scaler.update()
`,
    },
    {
      title: "bfloat16 has the range of float32 and needs no scaler.",
      bad: `import torch

model = torch.nn.Linear(4, 2)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for calls, species in train_loader:
    optimizer.zero_grad()
    with torch.autocast("cuda", dtype=torch.float16):
        loss = criterion(model(calls), species)
    loss.backward()
    optimizer.step()
`,
      good: `import torch

model = torch.nn.Linear(4, 2)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for calls, species in train_loader:
    optimizer.zero_grad()
    with torch.autocast("cuda", dtype=torch.bfloat16):
        loss = criterion(model(calls), species)
    loss.backward()
    optimizer.step()
`,
    },
  ],

  *check(model) {
    const here = scalingMistakes(model).filter(({ event }) => event.unit.path === model.path);
    for (const { kind, event, other } of uniqueBy(here, (mistake) => mistake.event.call))
      yield {
        at: event.call,
        message: messages[kind](shorten(receiverText(event) || "loss")),
        related: other === undefined ? [] : placeInFile(other, otherPlaces[kind]),
      };
  },
});

const otherPlaces: Readonly<Record<ScalingMistake["kind"], string>> = {
  "loss-not-scaled": "The scaler divides the gradients here.",
  "stepped-directly": "The scaler had its part here.",
  "never-updated": "",
  "no-scaler": "Here the model runs in float16.",
};

const messages: Readonly<Record<ScalingMistake["kind"], (receiver: string) => string>> = {
  "loss-not-scaled": (loss) =>
    `\`${loss}\` is not scaled, but the scaler divides its gradients: call \`scaler.scale(${loss}).backward()\`.`,
  "stepped-directly": (optimizer) =>
    `The loss is scaled, so these gradients are too large for \`${optimizer}\`: let the scaler step, \`scaler.step(${optimizer})\`.`,
  "never-updated": (scaler) => `\`${scaler}\` never updates its scale: call \`${scaler}.update()\` after this step.`,
  "no-scaler": (loss) =>
    `In float16 small gradients become zero: scale \`${loss}\` by a \`GradScaler\`, or use \`torch.bfloat16\`.`,
};
