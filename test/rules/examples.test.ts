import { deepEqual, equal, ok } from "node:assert/strict";
import { rules } from "../../src/rules/index.js";
import type { Example, Finding, Rule } from "../../src/rules/rule.js";
import { applyFix } from "./apply-fix.js";
import { findingsOf } from "./expect-findings.js";
import { pathOf, read } from "./read.js";

for (const rule of rules) {
  describe(`examples of ${rule.meta.id}`, () => {
    rule.examples.forEach((example, index) => {
      const name = example.title ?? `pair ${index + 1}`;
      it(`parses both programs (${name})`, () => {
        deepEqual(problems(example, "bad"), []);
        deepEqual(problems(example, "good"), []);
      });
      it(`reports the bad program (${name})`, () => ok(find(rule, example, "bad").length > 0));
      it(`is silent about the good program (${name})`, () =>
        deepEqual(
          find(rule, example, "good").map((finding) => finding.message),
          [],
        ));
      it(`offers fixes that parse and clear their findings (${name})`, () => checkFixes(rule, example));
    });

    it("offers fixes as strong as its page says", () => {
      const fixes = rule.examples.flatMap((example) => find(rule, example, "bad")).flatMap(({ fixes }) => fixes);
      const strongest = fixes.some((fix) => fix.safety === "safe") ? "safe" : fixes[0]?.safety;
      equal(strongest, rule.meta.fixable);
    });
  });
}

type Side = "bad" | "good";

function find(rule: Rule, example: Example, side: Side, code = example[side]): Finding[] {
  return findingsOf(rule, code, { path: pathOf(example, side) });
}

function problems(example: Example, side: Side, code = example[side]): readonly string[] {
  return read(pathOf(example, side), code).form.errors.map((error) => error.message);
}

function checkFixes(rule: Rule, example: Example): void {
  const findings = find(rule, example, "bad");
  for (const finding of findings) {
    for (const fix of finding.fixes) {
      const fixed = applyFix(fix, example.bad);
      ok(fixed !== example.bad, `"${fix.title}" changes nothing`);
      deepEqual(problems(example, "bad", fixed), [], fixed);
      // Every finding of a program is its own, so a fix that works leaves fewer.
      ok(
        find(rule, example, "bad", fixed).length < findings.length,
        `"${fix.title}" does not clear its finding:\n${fixed}`,
      );
    }
  }
}
