import { isPrimary } from "../../semantics/code/primary.js";
import { uniqueBy } from "../../semantics/code/unique.js";
import { leakedOutputs } from "../../semantics/torch/adversarial.js";
import { defineRule } from "../rule.js";
import { placeInFile, shorten, suggest } from "../wording.js";

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
    for (const { given, pass, maker, backward } of uniqueBy(leakedOutputs(model), (leak) => leak.given)) {
      const text = shorten(model.text(given));
      const network = shorten(model.text(pass.call.callee));
      const isHere = maker.argument !== undefined && maker.unit.path === model.path;
      const source = isHere ? ` into \`${shorten(model.text(maker.argument))}\`` : "";
      const { end } = given;
      yield {
        at: given,
        message: `In this update of \`${network}\` gradients also flow${source}: pass \`${isPrimary(given) ? text : `(${text})`}.detach()\`.`,
        related: placeInFile(backward, "Gradients are computed here."),
        fixes: isPrimary(given) ? suggest("Add `.detach()`", { start: end, end, newText: ".detach()" }) : [],
      };
    }
  },
});
