import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { barChart } from "../../../src/report/checklist/chart.js";
import { checklistHtml } from "../../../src/report/checklist/html.js";
import { makeReport } from "./make-report.js";

describe("checklistHtml", () => {
  it("is one file without script that asks for nothing", async () => {
    const html = checklistHtml(await makeReport()).replace(/<code>.*?<\/code>/g, "");
    doesNotMatch(html, /<script|<link|<img|<iframe|@import|url\(|\bsrc=|\bon\w+="/);
    match(html, /http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/);
    match(html, /prefers-color-scheme: dark/);
  });

  it("shows what files hold as the text that it is", async () => {
    const html = checklistHtml(await makeReport());
    ok(
      html.includes("&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:alert(1)) | **b** <code>co&lt;de&gt;</code>"),
    );
    ok(html.includes("<code>data/`a|b` &lt;img src=x&gt;.py:12</code>"));
    ok(html.includes("<h1>Readiness of churn &lt;b&gt;</h1>"));
    doesNotMatch(html, /[\u001b\u202e]/);
  });

  it("has every item under its id, and links that lead to something", async () => {
    const report = await makeReport();
    const html = checklistHtml(report);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? "");
    equal(new Set(ids).size, ids.length);
    for (const { id } of report.result.items) ok(ids.includes(id), id);
    const targets = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id ?? "");
    ok(targets.length > 30);
    deepEqual(
      targets.filter((id) => !ids.includes(id)),
      [],
    );
  });

  it("opens the blockers that stand in the way, and nothing else", async () => {
    const html = checklistHtml(await makeReport());
    const open = [...html.matchAll(/<details class="item" id="([^"]*)" open>/g)].map(([, id]) => id);
    deepEqual(open, ["DATA-06"]);
    match(html, /<details class="item" id="DATA-02">/);
  });

  it("leads to the pages of the guide where it is hosted", async () => {
    const html = checklistHtml(await makeReport({ docsUrl: "https://ml.example.org" }));
    match(html, /href="https:\/\/ml\.example\.org\/guide\/items\/DATA-02\.html"/);
    doesNotMatch(checklistHtml(await makeReport()), /items\/DATA-02/);
  });

  it("makes links of addresses of the web alone", async () => {
    const report = await makeReport();
    const withLink = (link: string): string => {
      const items = report.result.items.map((item) =>
        item.attestation === undefined ? item : { ...item, attestation: { ...item.attestation, link } },
      );
      return checklistHtml({ ...report, result: { ...report.result, items } });
    };
    match(withLink("https://example.org/goal"), /<a href="https:\/\/example\.org\/goal" rel="noreferrer">/);
    doesNotMatch(withLink("javascript:alert(1)"), /href="javascript/);
  });
});

describe("barChart", () => {
  it("says every number in its text alternative, and what is too low by more than a colour", () => {
    const svg = barChart("c", "Scores", [
      { title: "Data & more", text: "40 %", share: 0.4, isLow: true },
      { title: "Team", text: "does not apply", share: undefined, isLow: false },
    ]);
    match(svg, /^<svg class="chart" role="img" aria-labelledby="c-title c-numbers" viewBox="0 0 400 80">/);
    match(svg, /<desc id="c-numbers">Data &amp; more: 40 %, too low; Team: does not apply\.<\/desc>/);
    match(svg, /<text class="number"[^>]*>✘ 40 %<\/text>/);
    equal([...svg.matchAll(/<rect class="(?:low|bar)"/g)].length, 1);
    match(svg, /<rect class="low" x="0" y="21" width="160" /);
  });
});
