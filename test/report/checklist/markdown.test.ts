import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import MarkdownIt from "markdown-it";
import { checklistMarkdown } from "../../../src/report/checklist/markdown.js";
import { codeSpan, markdownText } from "../../../src/report/checklist/markdown-text.js";
import { evidence } from "../../checklist/make.js";
import { hostile, makeReport } from "./make-report.js";

/** As a forge shows it: tags count, and addresses become links by themselves. */
const forge = new MarkdownIt({ html: true, linkify: true });
const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

describe("checklistMarkdown", () => {
  it("begins with what it comes to, then what changed and what to do, and folds the rest", async () => {
    const text = checklistMarkdown(await makeReport());
    match(text, /^## ✘ Not ready: churn &lt;b&gt;\n\n- \*\*ML Test Score\*\* /);
    const heads = [...text.matchAll(/^(?:##+ .*|<summary>.*<\/summary>)$/gm)].map(([head]) => head);
    deepEqual(heads.slice(1, 3), ["### Changes since main", "### Next actions"]);
    ok(
      heads.some((head) => /^<summary>Data: \d+ % \(\d+ pass, .*\)<\/summary>$/.test(head)),
      heads.join("\n"),
    );
    for (const folded of ["Scores", "Open questions: ", "Problems of the attestations: 1", "Left out by the team: 2"]) {
      ok(
        heads.some((head) => head.startsWith(`<summary>${folded}`)),
        folded,
      );
    }
    equal(text.split("<details>").length, text.split("</details>").length);
  });

  it("names what got worse in a table, the worse first", async () => {
    const html = forge.render(checklistMarkdown(await makeReport()));
    const rows = [...html.matchAll(/<tr>\n<td>(.*)<\/td>\n<td>(.*)<\/td>\n<td>.*<\/td>\n<td>(.*)<\/td>/g)];
    deepEqual(
      rows.map(([, ...cells]) => cells),
      [
        ["✘ worse", "DATA-02", "pass → fail"],
        ["✔ better", "TRAIN-01", "partial → pass"],
        ["✔ better", "TEST-01", "pass, evidence wired to something that runs → gating"],
        ["otherwise", "TRAIN-02", "fail → n/a"],
      ],
    );
  });

  it("shows what files hold as it is, and lets none of it act", async () => {
    const text = checklistMarkdown(await makeReport());
    const html = forge.render(text);
    doesNotMatch(html, /<(?:script|img|b)\b/);
    doesNotMatch(html, /href="javascript/);
    doesNotMatch(text, /[@#](?:octocat|12\b)/);
    ok(textOf(html).includes("<script>alert(1)</script> [x](javascript:alert(1)) | **b** co<de> "));
    ok(html.includes("<code>data/`a|b` &lt;img src=x&gt;.py:12</code>"), "the path is code");
  });

  it("leads to the pages of the guide where it is hosted", async () => {
    const text = checklistMarkdown(await makeReport({ docsUrl: "https://ml.example.org/guide/" }));
    ok(text.includes("[DATA-02](<https://ml.example.org/guide/guide/items/DATA-02.html>)"));
  });

  it("fits into a comment however much was found", async () => {
    const report = await makeReport();
    const much = Array.from({ length: 300 }, (_, line) =>
      evidence("L2", { path: `src/${"deep/".repeat(40)}module.py`, line, what: "a word ".repeat(40) }),
    );
    const items = report.result.items.map((item) => ({ ...item, evidence: much }));
    const text = checklistMarkdown({ ...report, result: { ...report.result, items } });
    ok(text.length < 65_536, String(text.length));
    ok(text.includes("DATA-02"));
  });

  it("is ready without a list of what stands in the way", async () => {
    const report = await makeReport();
    const gate = { ready: true, obstacles: [], waivedBlockers: [] };
    const text = checklistMarkdown({ ...report, result: { ...report.result, gate } });
    match(text, /^## ✔ Ready: /);
    doesNotMatch(text, /What stands in the way/);
  });
});

describe("markdownText", () => {
  it("comes out as it went in", () => {
    for (const text of ["a*b*c", "1. x_y_z", "a | b", "~~no~~", "\\*", "& &amp;", "$x$", "![i](u)", "<b>"]) {
      equal(textOf(forge.renderInline(markdownText(text))), text);
    }
  });

  it("calls nobody and refers to nothing", () => {
    doesNotMatch(forge.renderInline(markdownText(hostile)), /[@#]\w/);
    equal(textOf(forge.renderInline(markdownText("@a #1 a@b"))), "@\u200ba #\u200b1 a@\u200bb");
  });

  it("keeps code as code", () => {
    equal(markdownText("pass `random_state`"), "pass `random_state`");
    equal(codeSpan("a`b``c"), "``` a`b``c ```");
  });
});
