import { keptGraphs } from "../../semantics/torch/kept-graphs.js";
import type { CallEvent } from "../../semantics/follow/run.js";
import { defineRule, type ReportEdit } from "../rule.js";
import { suggest } from "../wording.js";

export default defineRule({
  meta: {
    id: "retain-graph-in-loop",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A graph is kept that no other backward needs",
    why: "`retain_graph=True` keeps all tensors of the forward pass alive for another `backward()`. Where none comes, memory is held for nothing; where it was added to silence an error, a tensor of the last turn is still part of the graph.",
    fix: "Leave `retain_graph` out; detach what is carried over from one turn to the next.",
    guide: "training/training-loop#graph-of-one-turn",
    sources: [
      {
        title: "PyTorch: torch.Tensor.backward",
        url: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.backward.html",
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

model = torch.nn.Linear(4, 2)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for calls, species in train_loader:
    optimizer.zero_grad()
    loss = criterion(model(calls), species)
    loss.backward(retain_graph=True)
    optimizer.step()
`,
      good: `import torch

model = torch.nn.Linear(4, 2)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for calls, species in train_loader:
    optimizer.zero_grad()
    loss = criterion(model(calls), species)
    loss.backward()
    optimizer.step()
`,
    },
  ],

  *check(model) {
    for (const event of keptGraphs(model)) {
      yield {
        at: event.call,
        message:
          "Nothing goes back through this graph again: leave `retain_graph=True` out, and detach what is carried over from one turn to the next.",
        fixes: suggest("Leave `retain_graph` out", withoutFlag(event)),
      };
    }
  },
});

/** Where it is the only argument, taking it out is all there is to do. */
function withoutFlag({ call }: CallEvent): ReportEdit | undefined {
  const [flag] = call.args;
  if (flag?.name !== "retain_graph" || call.args.length > 1) return undefined;
  return { start: flag.start, end: call.argsEnd, newText: "" };
}
