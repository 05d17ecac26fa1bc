import { uniqueBy } from "../../semantics/code/unique.js";
import type { Model } from "../../semantics/model.js";
import { isManaged } from "../../semantics/torch/forward-passes.js";
import { backwardsSinceLast, gradientSteps, type GradientStep } from "../../semantics/torch/gradient-steps.js";
import type { BackwardCall } from "../../semantics/torch/graph.js";
import { optimizersOf } from "../../semantics/torch/optimizers.js";
import { optimizerText } from "../../semantics/torch/training-loop.js";
import { feeds } from "../../semantics/torch/turns.js";
import { defineRule, type Report } from "../rule.js";
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
    // Gradients that are written by hand come from wherever the code takes them.
    if (model.writes.some(({ name }) => name === "grad" || name === "_grad")) return;
    const wrong = gradientSteps(model).flatMap((step) => {
      if (step.event.unit.path !== model.path || isManaged(step.event.frame)) return [];
      const backwards = backwardsSinceLast(model, step);
      const last = backwards.every((backward) => feeds(model, backward, step.update) === false) && backwards.at(-1);
      return last ? [{ step, last }] : [];
    });
    for (const { step, last } of uniqueBy(wrong, (found) => found.step.event.call)) yield report(model, step, last);
  },
});

function report(model: Model, { event, update }: GradientStep, last: BackwardCall): Report {
  const made = update.optimizer && optimizersOf(model).get(update.optimizer);
  const argument = made?.argument;
  const given =
    argument !== undefined && made?.unit.path === model.path ? ` (\`${shorten(model.text(argument))}\`)` : "";
  return {
    at: event.call,
    message: `The loss before this step does not reach the parameters of \`${shorten(optimizerText(update))}\`${given}: step the optimizer of the model that made the loss.`,
    related: [
      ...placeInFile(last.event, "The gradients come from this backward."),
      ...(argument === undefined ? [] : alsoAt(argument, made!.unit, "The optimizer holds these parameters.")),
    ],
  };
}
