import { optimizersOf } from "../../semantics/torch/optimizers.js";
import { optimizerText } from "../../semantics/torch/training-loop.js";
import { wrongSteps } from "../../semantics/torch/wrong-steps.js";
import { defineRule } from "../rule.js";
import { alsoAt, placeInFile, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "wrong-optimizer-for-loss",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "An optimizer steps on a loss that does not reach its parameters",
    why: "`backward()` fills the gradients of the modules that made the loss. A step of an optimizer that holds other parameters leaves those modules as they are, or moves the others by gradients that are left over.",
    fix: "Step the optimizer that was made from the parameters of the module that the loss trains.",
    guide: "training/parameters#one-optimizer-one-set",
    sources: [{ title: "PyTorch: torch.optim", url: "https://docs.pytorch.org/docs/stable/optim.html" }],
    libraries: ["torch"],
    topics: ["steps"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch
from torch import nn

actor, critic = nn.Linear(8, 2), nn.Linear(8, 1)
actor_optimizer = torch.optim.Adam(actor.parameters())
critic_optimizer = torch.optim.Adam(critic.parameters())
for states, returns in rollouts:
    critic_loss = (critic(states) - returns).pow(2).mean()
    actor_optimizer.zero_grad()
    critic_loss.backward()
    actor_optimizer.step()
`,
      good: `import torch
from torch import nn

actor, critic = nn.Linear(8, 2), nn.Linear(8, 1)
actor_optimizer = torch.optim.Adam(actor.parameters())
critic_optimizer = torch.optim.Adam(critic.parameters())
for states, returns in rollouts:
    critic_loss = (critic(states) - returns).pow(2).mean()
    critic_optimizer.zero_grad()
    critic_loss.backward()
    critic_optimizer.step()
`,
    },
  ],

  *check(model) {
    for (const { event, update, backward, clear } of wrongSteps(model)) {
      const made = update.optimizer && optimizersOf(model).get(update.optimizer);
      const argument = made?.argument;
      const isHere = argument !== undefined && made?.unit.path === model.path;
      const given = isHere ? ` (\`${shorten(model.text(argument))}\`)` : "";
      const name = shorten(optimizerText(update));
      yield {
        at: event.call,
        message:
          clear === undefined
            ? `The loss before this step does not reach the parameters of \`${name}\`${given}: step the optimizer of the model that made the loss.`
            : `The gradients before this step were cleared for another optimizer than \`${name}\`: step that one.`,
        related: [
          ...(clear === undefined ? [] : placeInFile(clear, "That optimizer is cleared here.")),
          ...placeInFile(backward, "The gradients come from this backward."),
          ...(argument === undefined ? [] : alsoAt(argument, made!.unit, "The optimizer holds these parameters.")),
        ],
      };
    }
  },
});
