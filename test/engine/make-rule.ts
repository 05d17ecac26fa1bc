import { defineRule, type Rule, type RuleMeta } from "../../src/rules/rule.js";

/** A rule that finds nothing, for tests of what happens around rules. */
export function makeRule(meta: Partial<RuleMeta> & { readonly id: string }): Rule {
  return defineRule({
    meta: {
      stage: "training",
      languages: ["python", "typescript"],
      severity: "warning",
      preset: "recommended",
      summary: "A rule of a test",
      why: "Tests need rules.",
      fix: "Nothing needs to be done.",
      guide: "team/working-with-findings#suppressions",
      libraries: [],
      topics: [],
      since: "0.1.0",
      ...meta,
    },
    examples: [],
    check: () => [],
  });
}
