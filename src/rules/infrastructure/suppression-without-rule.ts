import { defineRule } from "../rule.js";

export default defineRule({
  meta: {
    id: "suppression-without-rule",
    stage: "infrastructure",
    languages: ["python", "typescript"],
    severity: "error",
    preset: "recommended",
    summary: "A suppression comment names no rule",
    why: "A comment that would silence everything also silences the bug that is written into that line next year, so it silences nothing.",
    fix: "Name the rules between brackets, and say why after two dashes.",
    guide: "team/working-with-findings#suppressions",
    libraries: [],
    topics: [],
    since: "0.1.0",
  },

  examples: [
    {
      bad: "scores = model(batch)  # preflight: ignore\n",
      good: "scores = model(batch)  # preflight: ignore[missing-no-grad] -- the caller holds the context\n",
    },
    {
      language: "typescript",
      title: "Brackets that hold no rule are the same as none.",
      bad: "// preflight: ignore-file[]\nawait model.fit(inputs, labels);\n",
      good: "// preflight: ignore-file[tfjs-fit-without-validation] -- a smoke test\nawait model.fit(inputs, labels);\n",
    },
  ],

  *check(model) {
    for (const comment of model.suppressions) {
      const directive = comment.scope === "file" ? "ignore-file" : "ignore";
      if (comment.rules.length === 0) {
        yield {
          at: comment,
          message: `This suppresses nothing: name the rules, as in \`${directive}[rule-id] -- reason\`.`,
        };
      }
      for (const rule of comment.rules.filter(({ id }) => !ruleId.test(id))) {
        yield { at: rule, message: `\`${rule.id}\` is not the name of a rule, so this suppresses nothing.` };
      }
    }
  },
});

const ruleId = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
