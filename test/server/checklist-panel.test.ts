import assert from "node:assert/strict";
import { checkProject } from "../../src/checklist/check-project.js";
import { openConfigs } from "../../src/project/configs.js";
import { rules } from "../../src/rules/index.js";
import type { Panel } from "../../src/server/checklist/panel.js";
import { panelHtml } from "../../src/server/checklist/panel-html.js";
import { memoryFileSystem } from "../project/memory-file-system.js";

const today = "2026-06-01";

async function panelOf(texts: Readonly<Record<string, string>>, more: Partial<Panel> = {}): Promise<Panel> {
  const files = memoryFileSystem(texts);
  const configs = openConfigs(
    files,
    rules.map(({ meta }) => meta),
  );
  const result = await checkProject({ files, configs, root: { folder: "/p", isProject: true }, today });
  return {
    report: { project: "<b>p</b>", date: today, result },
    when: `${today} 14:02`,
    ...{ commit: undefined, isTrusted: true, person: undefined, earlier: [], base: undefined },
    signOffs: { path: ".preflight/attestations.yaml", expiryDays: 180, lastDay: "2026-11-28" },
    addressOf: ({ path, line }) => `file:///p/${encodeURI(path)}#L${line}`,
    ...more,
  };
}

const attested = (lines: string): Record<string, string> => ({
  "/p/.git/HEAD": "",
  "/p/.preflight/attestations.yaml": `attestations:\n${lines}`,
});

describe("the panel of the checklist", () => {
  it("shows what people wrote as text, and links to the web alone", async () => {
    const hostile = "<img src=x onerror=alert(1)>";
    const panel = await panelOf({
      ...attested(
        `  - {item: PLAN-03, verdict: pass, who: "${hostile}", date: 2026-05-01, note: "${hostile}", link: "javascript:alert(1)"}\n` +
          `  - {item: PLAN-05, verdict: pass, who: Ada, date: 2026-05-01, link: "https://example.org/a?b=\\"c"}\n`,
      ),
      [`/p/${hostile}.py`]: "import torch\n",
    });
    const html = panelHtml({ ...panel, person: `"><script>` });
    assert.doesNotMatch(html, /<img|<script|<b>p|href="javascript/);
    assert.ok(html.includes('href="https://example.org/a?b=&quot;c"'));
    assert.ok(html.includes("javascript:alert(1)"));
  });

  it("names what is wrong with the sign-offs, each at its line", async () => {
    const html = panelHtml(
      await panelOf(
        attested(
          "  - {item: PLAN-03, verdict: pass, who: Ada, date: 2020-01-01}\n" +
            "  - {item: NONE-01, verdict: pass, who: Ada, date: 2026-05-01}\n" +
            "  - {item: PLAN-05, verdict: maybe, who: Ada, date: 2026-05-01}\n",
        ),
      ),
    );
    const [, section = ""] = /Sign-offs to look at<\/h2>([^]*?)<\/section>/.exec(html) ?? [];
    for (const [kind, line] of [
      ["Expired", 2],
      ["Counts for nothing", 3],
      ["Fault", 4],
    ] as const) {
      const place = `href="file:///p/.preflight/attestations.yaml#L${line}">line ${line}</a>`;
      assert.ok(section.includes(`<strong>${kind}</strong>, <a ${place}`), `${kind}\n${section}`);
    }
  });

  it("has a heading for every part, and no two elements of one id", async () => {
    const html = panelHtml(await panelOf({ "/p/.git/HEAD": "" }));
    assert.equal(html.match(/<h1[ >]/g)?.length, 1);
    for (const [, id = ""] of html.matchAll(/aria-labelledby="([^" ]+)"/g)) assert.ok(html.includes(`id="${id}"`), id);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
    for (const [, target = ""] of html.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(target), target);
  });

  it("says in Restricted Mode that git was not asked", async () => {
    const html = panelHtml(await panelOf({ "/p/.git/HEAD": "" }, { isTrusted: false }));
    assert.match(html, /git is not asked/);
    assert.match(html, /git was not asked for your name/);
  });
});
