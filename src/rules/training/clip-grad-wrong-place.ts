import { misplacedClips, type MisplacedClip } from "../../semantics/torch/misplaced-clips.js";
import { optimizerText } from "../../semantics/torch/training-loop.js";
import { defineRule } from "../rule.js";
import { placeInFile, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "clip-grad-wrong-place",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "Gradients are clipped where it does nothing, or by the wrong measure",
    why: "Before `backward()` there is nothing to clip and after the step it is too late, so a single large gradient still wrecks the weights. Gradients of a scaled loss are many times too large: clipped before `unscale_`, nearly all of each update is lost.",
    fix: "Clip between `backward()` and `optimizer.step()`; with a gradient scaler call `scaler.unscale_(optimizer)` first.",
    guide: "training/training-loop#clipping",
    sources: [
      {
        title: "PyTorch: working with unscaled gradients",
        url: "https://docs.pytorch.org/docs/stable/notes/amp_examples.html#gradient-clipping",
      },
    ],
    libraries: ["torch", "accelerate", "lightning_fabric"],
    topics: ["steps"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for calls, species in train_loader:
    optimizer.zero_grad()
    loss = criterion(model(calls), species)
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    loss.backward()
    optimizer.step()
`,
      good: `import torch

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for calls, species in train_loader:
    optimizer.zero_grad()
    loss = criterion(model(calls), species)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
`,
    },
    {
      title: "A scaler's gradients are unscaled first.",
      bad: `import torch

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scaler = torch.amp.GradScaler("cuda")
for calls, species in train_loader:
    optimizer.zero_grad()
    with torch.autocast("cuda"):
        loss = criterion(model(calls), species)
    scaler.scale(loss).backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
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
    scaler.unscale_(optimizer)
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    scaler.step(optimizer)
    scaler.update()
`,
    },
  ],

  *check(model) {
    for (const misplaced of misplacedClips(model)) {
      yield {
        at: misplaced.clip.event.call,
        message: messageOf(misplaced),
        related: placeInFile(misplaced.update.event, "The gradients are used here."),
      };
    }
  },
});

function messageOf({ place, update }: MisplacedClip): string {
  const optimizer = shorten(optimizerText(update));
  switch (place) {
    case "before-backward":
      return `These gradients are clipped before \`backward()\` computes them: clip between \`backward()\` and the step of \`${optimizer}\`.`;
    case "after-step":
      return `\`${optimizer}\` has already used these gradients: clip them between \`backward()\` and its step.`;
    case "scaled":
      return `These gradients are still multiplied by the scale of the loss: call \`unscale_(${optimizer})\` of the scaler before clipping.`;
  }
}
