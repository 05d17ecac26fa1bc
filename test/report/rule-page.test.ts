import { deepEqual, equal, ok } from "node:assert/strict";
import { rulePage, rulePageHeadings } from "../../src/report/rule-page.js";
import { rules } from "../../src/rules/index.js";
import { defineRule } from "../../src/rules/rule.js";

const rule = defineRule({
  meta: {
    id: "made-up",
    stage: "testing",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "Something is made up",
    why: "It is not real.",
    fix: "Make it real.",
    guide: "training/debugging#train-and-eval-mode",
    sources: [{ title: "A paper", url: "https://example.org/paper" }],
    fixable: "suggestion",
    libraries: ["torch", "keras"],
    topics: [],
    since: "0.1.0",
  },
  examples: [{ title: "With a name.", bad: "bad()\n", good: 'good("""```""")\n' }],
  check: () => [],
});
const page = rulePage(rule);

describe("rulePage", () => {
  it("opens with name, summary and facts", () => {
    const lines = page.split("\n");
    equal(lines[0], "# made-up");
    equal(lines[2], "Something is made up.");
    equal(lines[4], "| Stage | Languages | Preset | Severity | Fix | Since |");
    equal(lines[6], "| End-to-end and pre-deployment testing | Python | recommended | warning | suggestion | 0.1.0 |");
    equal(lines[8], "It looks at files that use `torch` or `keras`.");
  });

  it("links to the guide's page and the readings", () => {
    ok(page.includes("](../guide/training/debugging.md#train-and-eval-mode)"));
    ok(page.includes("- [Full Stack Deep Learning - Lecture 7: Troubleshooting Deep Neural Networks](https://"));
  });

  it("shows examples in order of bad and good, each title once", () => {
    const [, afterReported = ""] = page.split("## Reported");
    const [reported = "", accepted = ""] = afterReported.split("## Accepted");
    ok(reported.includes("With a name.\n\n```python\nbad()\n```"));
    ok(accepted.startsWith('\n\n````python\ngood("""```""")\n````'), accepted);
  });

  it("says how to turn the rule off", () => {
    ok(page.includes("# preflight: ignore[made-up] -- reason"));
    ok(page.includes("# preflight: ignore-file[made-up] -- reason"));
    ok(page.includes("rules:\n  made-up: off"));
  });

  it("names sources, and the readings where a rule has none of its own", () => {
    ok(page.endsWith("## Sources\n\n- [A paper](https://example.org/paper)\n"));
    const { sources: _, ...meta } = rule.meta;
    ok(rulePage({ ...rule, meta }).endsWith("## Sources\n\nThe readings above.\n"));
  });

  it("comments in the language of the rule", () => {
    const typescript = rulePage({ ...rule, meta: { ...rule.meta, languages: ["typescript"] } });
    ok(typescript.includes("```typescript\n// preflight: ignore[made-up] -- reason"));
  });

  for (const each of rules) {
    it(`has every heading for ${each.meta.id}`, () => {
      const headings = [...rulePage(each).matchAll(/^## (.*)$/gm)].map((found) => found[1]);
      deepEqual(headings, [...rulePageHeadings]);
    });
  }
});
