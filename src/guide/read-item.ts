import type { ChecklistItem } from "./content.js";
import type { Entry } from "./entry.js";
import { automations, conditions, itemSeverities, passLevels, type VerdictTexts } from "./item.js";

/** A question of the checklist, with all that decides how it is answered and what the answer counts for. */
export function readItem(entry: Entry): ChecklistItem {
  return {
    id: entry.text("id", "The first letters of its stage and a number, such as DATA-01."),
    stage: entry.text("stage", "The stage of the guide that it belongs to."),
    question: entry.text("question", "What is asked; yes is the good answer."),
    why: entry.text("why", "Why it matters, in a sentence."),
    readings: entry.texts("readings", "Ids of readings, the most helpful first."),
    snippets: entry.texts("snippets", "Ids of snippets that help."),
    rows: entry.texts("rows", "Rows of the sources' inventory that it says."),
    appliesWhen: entry.choice("appliesWhen", conditions, "What a project has to be for the question to apply."),
    automation: entry.choice("automation", automations, "A: files answer; P: in part; H: only people can."),
    mlTestScore: entry.optionalText("mlTestScore", "The code of the ML Test Score's test that it answers."),
    severity: entry.choice("severity", itemSeverities, "A blocker that fails stops the gate."),
    weight: entry.number("weight", "Its weight in the score of its stage."),
    passLevel: entry.choice("passLevel", passLevels, "The level of evidence that a pass takes."),
    attestedPoints: entry.number("attestedPoints", "What a person's word counts for in the score of the stage."),
    counts: entry.texts("counts", "What counts as evidence."),
    doesNotCount: entry.texts("doesNotCount", "What looks like evidence and is none."),
    verdict: entry.part("verdict", readVerdicts, "When each verdict is given, in words."),
    settings: entry.texts("settings", "Keys of a team's configuration that it reads."),
    rules: entry.texts("rules", "Ids of rules whose findings are evidence."),
  };
}

function readVerdicts(entry: Entry): VerdictTexts {
  return {
    pass: entry.text("pass"),
    partial: entry.optionalText("partial"),
    fail: entry.optionalText("fail", "Left out where it cannot fail: then nothing found means that a person is asked."),
    human: entry.optionalText("human", "Left out where files always tell."),
  };
}
