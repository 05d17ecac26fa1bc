import { equal, ok } from "node:assert/strict";
import { posix } from "node:path";
import { pages, ruleTable } from "../../src/report/pages.js";
import { slug } from "../../src/guide/slug.js";
import { rules } from "../../src/rules/index.js";

const all = pages(rules);

describe("pages", () => {
  it("has a page for every rule and an index of rules and guide", () => {
    for (const { meta } of rules) ok(all.has(`/rules/${meta.id}.md`), meta.id);
    ok(all.has("/rules/README.md"));
    ok(all.has("/guide/README.md"));
  });

  for (const [path, text] of all) {
    it(`leads nowhere that does not exist: ${path}`, () => {
      for (const [, link = ""] of text().matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
        const [file = "", anchor] = link.split("#");
        const target = all.get(posix.join(posix.dirname(path), file));
        ok(target !== undefined, link);
        if (anchor === undefined) continue;
        const headings = [...target().matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => slug(heading));
        ok(headings.includes(anchor), link);
      }
    });
  }
});

describe("ruleTable", () => {
  it("has one row a rule, all as wide as the head", () => {
    const rows = ruleTable(rules, "docs/rules/").split("\n");
    equal(rows.length, rules.length + 2);
    for (const row of rows) equal(row.split("|").length, rows[0]?.split("|").length, row);
  });
});
