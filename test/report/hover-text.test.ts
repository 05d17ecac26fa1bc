import { deepEqual, ok } from "node:assert/strict";
import { hoverText } from "../../src/report/hover-text.js";
import { rulePage } from "../../src/report/rule-page.js";
import { rules } from "../../src/rules/index.js";

describe("hoverText", () => {
  for (const rule of rules) {
    it(`says of ${rule.meta.id} what its page says`, () => {
      const hover = hoverText(rule);
      const paragraphs = hover.split("\n\n");
      deepEqual(paragraphs.slice(0, 2), [rule.meta.why, rule.meta.fix]);
      ok(paragraphs[2]?.startsWith("> "), "the guide's passage follows");
      const page = rulePage(rule);
      for (const paragraph of paragraphs.slice(0, 3)) ok(page.includes(paragraph), paragraph);
      const last = /^Read: \[.+\]\(https?:\/\/\S+\)(?<typed> · Type .+ for a snippet)? · `[a-z-]+`$/.exec(
        paragraphs[3] ?? "",
      );
      ok(last !== null, paragraphs[3]);
      for (const [, prefix = ""] of last.groups?.["typed"]?.matchAll(/`(pf-[a-z-]+)`/g) ?? [])
        ok(new RegExp(`^- \\[.*\`${prefix}\``, "m").test(page), prefix);
    });
  }

  it("says what to type for a snippet", () => {
    const rule = rules.find(({ meta }) => meta.id === "missing-eval-mode");
    ok(rule !== undefined);
    ok(hoverText(rule).includes(" · Type `pf-eval` for a snippet · `missing-eval-mode`"));
  });

  it("links the rule's name to its page where one can be opened", () => {
    const [rule] = rules;
    ok(rule !== undefined);
    ok(hoverText(rule, "ml-preflight-guide:/rules/x.md").endsWith(`](ml-preflight-guide:/rules/x.md)`));
  });
});
