import { equal, ok } from "node:assert/strict";
import { htmlOf } from "../../src/report/html.js";
import { hoverText } from "../../src/report/hover-text.js";
import { pageDocument } from "../../src/report/page.js";
import { pageHtml } from "../../src/report/page-html.js";
import { pages } from "../../src/report/pages.js";
import { rulePage } from "../../src/report/rule-page.js";
import { rules } from "../../src/rules/index.js";

const all = pages(rules);
const same = (link: string): string => link;

describe("what is said of a rule", () => {
  for (const rule of rules) {
    it(`is one text in hover, page, document and HTML: ${rule.meta.id}`, () => {
      const page = all.get(`/rules/${rule.meta.id}.md`);
      ok(page !== undefined);
      const text = page.text();
      equal(text, rulePage(rule));
      ok(pageDocument(page).startsWith(text));
      const html = pageHtml(page, same);
      for (const block of text.split("\n\n## ").slice(1)) ok(html.includes(htmlOf(`## ${block}`, same)), block);
      // The last line of a hover is its links.
      for (const paragraph of hoverText(rule).split("\n\n").slice(0, -1)) ok(text.includes(paragraph), paragraph);
    });
  }
});
