import { scalingMistakes, type ScalingMistake } from "../../semantics/torch/mixed-precision.js";
import { defineRule } from "../rule.js";
import { shorten } from "../wording.js";

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
    const reported = new Set<unknown>();
    for (const mistake of scalingMistakes(model)) {
      const { event, other } = mistake;
      if (event.unit.path !== model.path || reported.has(event.call)) continue;
      reported.add(event.call);
      yield {
        at: event.call,
        message: messageOf(mistake),
        related:
          other === undefined
            ? []
            : [
                {
                  at: { start: other.call.start, end: other.call.end, path: other.unit.path },
                  message: related[mistake.kind],
                },
              ],
      };
    }
  },
});

const related: Readonly<Record<ScalingMistake["kind"], string>> = {
  "loss-not-scaled": "The scaler divides the gradients here.",
  "stepped-directly": "The scaler had its part here.",
  "never-updated": "",
  "no-scaler": "Here the model runs in float16.",
};

function messageOf({ kind, event }: ScalingMistake): string {
  const { call, unit } = event;
  const { callee } = call;
  const text = unit.form.text;
  const receiver = shorten(callee.kind === "Attribute" ? text.slice(callee.object.start, callee.object.end) : "loss");
  switch (kind) {
    case "loss-not-scaled":
      return `\`${receiver}\` is not scaled, but the scaler divides its gradients: call \`scaler.scale(${receiver}).backward()\`.`;
    case "stepped-directly":
      return `The loss is scaled, so these gradients are too large for \`${receiver}\`: let the scaler step, \`scaler.step(${receiver})\`.`;
    case "never-updated":
      return `\`${receiver}\` never updates its scale: call \`${receiver}.update()\` after this step.`;
    case "no-scaler":
      return `In float16 small gradients become zero: scale \`${receiver}\` by a \`GradScaler\`, or use \`torch.bfloat16\`.`;
  }
}
