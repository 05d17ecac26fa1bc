import type { Model } from "../../semantics/model.js";
import { isManaged } from "../../semantics/torch/forward-passes.js";
import { optimizersOf, type MadeOptimizer } from "../../semantics/torch/optimizers.js";
import { gradientEvents, reachesAny, reachOf, shareTurn, type GradientEvent } from "../../semantics/torch/reach.js";
import { receiverText } from "../../semantics/torch/training-loop.js";
import { defineRule, type Report } from "../rule.js";
import { shorten } from "../wording.js";
import { spend } from "../../semantics/code/work.js";

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
    const events = gradientEvents(model);
    const reported = new Set<unknown>();
    for (const [at, step] of events.entries()) {
      if (step.kind !== "step" || step.event.unit.path !== model.path || reported.has(step.event.call)) continue;
      const made = step.update.optimizer && optimizersOf(model).get(step.update.optimizer);
      if (made?.parameters.isComplete !== true || isManaged(step.event.frame)) continue;
      const causes = causesOf(model, events, at, step);
      if (causes.length === 0 || !causes.every((cause) => misses(model, cause, made))) continue;
      reported.add(step.event.call);
      yield report(model, step, causes.at(-1)!, made);
    }
  },
});

type Step = GradientEvent & { readonly kind: "step" };
type Backward = GradientEvent & { readonly kind: "backward" };

/** The backwards of the same turn since the optimizer stepped before. */
function causesOf(model: Model, events: readonly GradientEvent[], before: number, step: Step): readonly Backward[] {
  const found: Backward[] = [];
  for (let at = before - 1; at >= 0; at--) {
    spend(model, 1);
    const event = events[at]!;
    if (event.position === step.position || !shareTurn(event.event, step.event)) continue;
    if (event.kind === "backward") found.push(event);
    else if (event.update.optimizer === step.update.optimizer) break;
  }
  return found.reverse();
}

/** Does the backward certainly come to some module, and to none of the optimizer's? */
function misses(model: Model, { backward }: Backward, { parameters }: MadeOptimizer): boolean {
  const reach = reachOf(model, backward);
  return reach.isKnown && reach.modules.length > 0 && !reachesAny(model, reach, parameters);
}

function report(model: Model, { event }: Step, cause: Backward, made: MadeOptimizer): Report {
  const scaled = event.call.args[0]?.value;
  const name = shorten(
    scaled === undefined || event.args.positional.length === 0 ? receiverText(event) : model.text(scaled),
  );
  const isHere = made.argument !== undefined && made.unit.path === model.path;
  const given = isHere ? ` (\`${shorten(model.text(made.argument))}\`)` : "";
  return {
    at: event.call,
    message: `The loss before this step does not reach the parameters of \`${name}\`${given}: step the optimizer of the model that made the loss.`,
    related: [
      {
        at: { ...span(cause.event.call), path: cause.event.unit.path },
        message: "The gradients come from this backward.",
      },
      ...(made.argument === undefined
        ? []
        : [{ at: { ...span(made.argument), path: made.unit.path }, message: "The optimizer holds these parameters." }]),
    ],
  };
}

function span({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end };
}
