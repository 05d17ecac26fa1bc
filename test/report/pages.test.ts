import { deepEqual, equal, ok } from "node:assert/strict";
import { builtInGuide } from "../../src/guide/guide.js";
import { slug } from "../../src/guide/slug.js";
import { pageDocument } from "../../src/report/page.js";
import { resolveLink } from "../../src/report/page-links.js";
import { findPage, pages, ruleTable } from "../../src/report/pages.js";
import { rules } from "../../src/rules/index.js";
import { readGuideFile } from "../../src/project/guide-file.js";

const guide = builtInGuide();
const all = pages(rules);
const texts = new Map([...all].map(([path, page]) => [path, pageDocument(page)]));

/** The pages of ours that a page links to. */
function targets(path: string): readonly string[] {
  const links = [...(texts.get(path) ?? "").matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  return links.flatMap((link) => resolveLink(path, link) ?? []);
}

describe("pages", () => {
  it("has one for every rule, topic, reading, role, goal, item and snippet, and the lists of them", () => {
    const wanted = [
      ...["/rules/README.md", "/guide/README.md", "/guide/tools.md", "/guide/checklist.md", "/guide/goals.md"],
      ...["/guide/paths.md", "/guide/snippets.md"],
      ...rules.map(({ meta }) => `/rules/${meta.id}.md`),
      ...guide.stages.flatMap(({ id, topics }) => topics.map((topic) => `/guide/${id}/${topic.id}.md`)),
      ...guide.readings.map(({ id }) => `/guide/readings/${id}.md`),
      ...guide.paths.map(({ id }) => `/guide/paths/${id}.md`),
      ...guide.goals.map(({ id }) => `/guide/goals/${id}.md`),
      ...guide.items.map(({ id }) => `/guide/items/${id}.md`),
      ...guide.snippets.map(({ id }) => `/guide/snippets/${id}.md`),
    ];
    deepEqual(
      wanted.filter((path) => !all.has(path)),
      [],
    );
  });

  for (const path of all.keys()) {
    it(`leads nowhere that does not exist: ${path}`, () => {
      for (const target of targets(path)) {
        const [file = "", anchor] = target.split("#");
        const text = texts.get(file);
        ok(text !== undefined, target);
        if (anchor === undefined) continue;
        const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => slug(heading));
        ok(headings.includes(anchor), target);
      }
    });
  }

  it("can all be reached from the first page", () => {
    const seen = new Set(["/guide/README.md"]);
    for (const path of seen) for (const target of targets(path)) seen.add(target.split("#")[0] ?? "");
    deepEqual(
      [...all.keys()].filter((path) => !seen.has(path) && path !== "/guide/inventory.md"),
      [],
    );
  });

  it("lead from a rule to its topic, on to a reading, an item and a snippet, and all the way back", () => {
    const way = [
      "/rules/missing-eval-mode.md",
      "/guide/training/debugging.md",
      "/guide/readings/R-001-s5c.md",
      "/guide/items/TRAIN-06.md",
      "/guide/snippets/SN-overfit-batch.md",
    ];
    const leadsTo = (from: string | undefined, to: string | undefined): boolean =>
      targets(from ?? "").some((target) => target.split("#")[0] === to);
    for (const [index, path] of way.entries()) {
      if (index > 0) ok(leadsTo(way[index - 1], path), `to ${path}`);
      if (index > 0) ok(leadsTo(path, way[index - 1]), `back from ${path}`);
    }
  });

  it("of a sequence name their neighbours, which name them", () => {
    for (const { path, next } of all.values()) {
      if (next === undefined) continue;
      equal(all.get(next.path)?.previous?.path, path);
      ok(texts.get(path)?.includes(`Next: [${next.title}](`), path);
    }
    const alone = [...all.values()].filter(({ previous, next }) => previous === undefined && next === undefined);
    const kinds = alone.map(({ path }) => path).filter((path) => !path.startsWith("/rules/"));
    // A front page has no neighbour, nor what is the only one of its stage.
    ok(kinds.length < 12, kinds.join(", "));
  });

  it("follow each other within their stage", () => {
    for (const { meta } of rules) {
      const next = all.get(`/rules/${meta.id}.md`)?.next?.title;
      if (next !== undefined) equal(rules.find((rule) => rule.meta.id === next)?.meta.stage, meta.stage);
    }
  });
});

describe("findPage", () => {
  const team = readGuideFile(
    "topics:\n  - id: data/splitting\n    hide: true\nstages:\n  - id: team\n    hide: true\n",
    guide,
  );

  it("has the page of what a team hides, as it ships", () => {
    deepEqual(team.problems, []);
    equal(pages(rules, team.guide).has("/guide/data/splitting.md"), false);
    equal(findPage("/guide/data/splitting.md", rules, team.guide)?.text(), all.get("/guide/data/splitting.md")?.text());
    equal(findPage("/guide/data/nothing.md", rules, team.guide), undefined);
  });

  it("does not link to a stage that a team hides", () => {
    const item = guide.items.find(({ stage }) => stage === "team");
    ok(item !== undefined);
    ok(!findPage(`/guide/items/${item.id}.md`, rules, team.guide)?.text().includes("README.md#"));
  });
});

describe("ruleTable", () => {
  it("has one row a rule, all as wide as the head", () => {
    const rows = ruleTable(rules, "docs/rules/").split("\n");
    equal(rows.length, rules.length + 2);
    for (const row of rows) equal(row.split("|").length, rows[0]?.split("|").length, row);
  });
});
