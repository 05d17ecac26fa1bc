import { localName } from "../../semantics/code/local-names.js";
import { uniqueBy } from "../../semantics/code/unique.js";
import type { Model } from "../../semantics/model.js";
import {
  aliasedBests,
  forgottenBests,
  keptReferences,
  type KeptReference,
} from "../../semantics/torch/best-weights.js";
import { defineRule, type Report } from "../rule.js";
import { alsoAt, placeInFile, replace, shorten, suggest } from "../wording.js";

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
    for (const found of kept) yield reference(model, found);
    for (const at of aliases) {
      const name = shorten(model.text(at));
      yield { at, message: `This is \`${name}\` itself, which goes on training: keep \`copy.deepcopy(${name})\`.` };
    }
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

function reference(model: Model, { state, use }: KeptReference): Report {
  const { call } = state.event;
  const text = model.text(call);
  const copy = localName(model.form, "copy");
  const isWhole = !/^\s*\./.test(model.form.text.slice(call.end));
  const newText = copy === undefined ? `{k: v.clone() for k, v in ${text}.items()}` : `${copy}.deepcopy(${text})`;
  return {
    at: call,
    message: `\`${shorten(text)}\` refers to the live weights, which the next update changes: keep a copy, \`copy.deepcopy(${shorten(text)})\`.`,
    related: use.at === call ? [] : alsoAt(use.at, use, "It is used here."),
    fixes: isWhole ? suggest("Keep a copy", replace(call, newText)) : [],
  };
}
