import type { Model } from "../../semantics/model.js";
import { leakedOutputs, type LeakedOutput } from "../../semantics/torch/adversarial.js";
import { defineRule, type Report } from "../rule.js";
import { shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "gan-fake-not-detached",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "The discriminator's loss flows into the generator",
    why: "What a generator made carries its graph. In the discriminator's own update the gradients then run through the generator as well: at best that is wasted time and memory, at worst they are still there when the generator steps.",
    fix: "Pass `fake.detach()` to the discriminator in its own update, or make the fake under `torch.no_grad()`.",
    guide: "training/parameters#adversarial-training",
    sources: [
      {
        title: "PyTorch: DCGAN tutorial",
        url: "https://docs.pytorch.org/tutorials/beginner/dcgan_faces_tutorial.html",
      },
    ],
    fixable: "suggestion",
    libraries: ["torch"],
    topics: ["steps"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch
from torch import nn

generator, critic = nn.Linear(16, 64), nn.Linear(64, 1)
generator_optimizer = torch.optim.Adam(generator.parameters())
critic_optimizer = torch.optim.Adam(critic.parameters())
for songs in recordings:
    fake = generator(torch.randn(len(songs), 16))
    critic_optimizer.zero_grad()
    (critic(fake).mean() - critic(songs).mean()).backward()
    critic_optimizer.step()

    generator_optimizer.zero_grad()
    (-critic(generator(torch.randn(len(songs), 16))).mean()).backward()
    generator_optimizer.step()
`,
      good: `import torch
from torch import nn

generator, critic = nn.Linear(16, 64), nn.Linear(64, 1)
generator_optimizer = torch.optim.Adam(generator.parameters())
critic_optimizer = torch.optim.Adam(critic.parameters())
for songs in recordings:
    fake = generator(torch.randn(len(songs), 16))
    critic_optimizer.zero_grad()
    (critic(fake.detach()).mean() - critic(songs).mean()).backward()
    critic_optimizer.step()

    generator_optimizer.zero_grad()
    (-critic(fake).mean()).backward()
    generator_optimizer.step()
`,
    },
  ],

  *check(model) {
    const reported = new Set<unknown>();
    for (const leak of leakedOutputs(model)) {
      if (reported.has(leak.given)) continue;
      reported.add(leak.given);
      yield report(model, leak);
    }
  },
});

function report(model: Model, { given, pass, maker, backward }: LeakedOutput): Report {
  const text = shorten(model.text(given));
  const network = shorten(model.text(pass.call.callee));
  const isPostfix = ["Name", "Attribute", "Call", "Subscript"].includes(given.kind);
  const source =
    maker.argument === undefined || maker.unit.path !== model.path
      ? ""
      : ` into \`${shorten(model.text(maker.argument))}\``;
  return {
    at: given,
    message: `In this update of \`${network}\` gradients also flow${source}: pass \`${isPostfix ? text : `(${text})`}.detach()\`.`,
    related: [
      {
        at: { start: backward.call.start, end: backward.call.end, path: backward.unit.path },
        message: "Gradients are computed here.",
      },
    ],
    fixes: isPostfix
      ? [
          {
            title: "Add `.detach()`",
            safety: "suggestion",
            edits: [{ start: given.end, end: given.end, newText: ".detach()" }],
          },
        ]
      : [],
  };
}
