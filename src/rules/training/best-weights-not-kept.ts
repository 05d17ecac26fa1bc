import type { Expression } from "../../syntax/expressions.js";
import { uniqueBy } from "../../semantics/code/unique.js";
import type { Model } from "../../semantics/model.js";
import { aliasedBests, forgottenBests, keptReferences } from "../../semantics/torch/best-weights.js";
import { defineRule, type Report } from "../rule.js";
import { keepCopy } from "../keep-copy.js";
import { alsoAt, placeInFile, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "best-weights-not-kept",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "The best epoch is remembered, its weights are not",
    why: "`state_dict()` refers to the live weights. What is kept of the best epoch without a copy changes with every later update, so what is loaded or saved in the end are the weights of the last epoch.",
    fix: "Keep `copy.deepcopy(model.state_dict())`, or save the weights to a file at the moment the score improves.",
    guide: "training/parameters#best-weights",
    sources: [
      {
        title: "PyTorch: saving and loading models",
        url: "https://docs.pytorch.org/tutorials/beginner/saving_loading_models.html",
      },
    ],
    fixable: "suggestion",
    libraries: ["torch"],
    topics: ["steps"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch

def fit(model, optimizer, loader, score):
    best_score, best_state = 0.0, None
    for epoch in range(20):
        for reports, triage in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(model(reports), triage).backward()
            optimizer.step()
        now = score(model)
        if now > best_score:
            best_score = now
            best_state = model.state_dict()
    model.load_state_dict(best_state)
`,
      good: `import copy
import torch

def fit(model, optimizer, loader, score):
    best_score, best_state = 0.0, None
    for epoch in range(20):
        for reports, triage in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(model(reports), triage).backward()
            optimizer.step()
        now = score(model)
        if now > best_score:
            best_score = now
            best_state = copy.deepcopy(model.state_dict())
    model.load_state_dict(best_state)
`,
    },
  ],

  *check(model) {
    const kept = uniqueBy([...keptReferences(model)], ({ state }) => state.event.call);
    const aliases = new Set(aliasedBests(model));
    for (const { state, use } of kept) {
      const { call } = state.event;
      const related = use.at === call ? [] : alsoAt(use.at, use, "It is used here.");
      yield { ...live(model, call), related, fixes: keepCopy(model, call) };
    }
    for (const at of aliases) yield live(model, at);
    if (kept.length + aliases.size > 0) return;
    for (const { comparison, use } of forgottenBests(model)) {
      yield {
        at: comparison,
        message: "The best score is remembered, but not the weights that reached it: save or copy `state_dict()` here.",
        related: placeInFile(use, "The weights of the last turn are used here."),
      };
    }
  },
});

function live(model: Model, at: Expression): Report {
  const text = shorten(model.text(at));
  const message = `\`${text}\` goes on changing with every update: keep a copy, \`copy.deepcopy(${text})\`.`;
  return { at, message };
}
