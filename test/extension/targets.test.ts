import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { commandIds } from "../../src/extension/command-ids.js";
import { lifecycleRows } from "../../src/extension/views/lifecycle-rows.js";
import { allReadings, readingRows } from "../../src/extension/views/path-rows.js";
import type { Row, Target } from "../../src/extension/views/row.js";
import { searchEntries } from "../../src/extension/views/search-entries.js";
import { builtInGuide } from "../../src/guide/guide.js";
import { slug } from "../../src/guide/slug.js";
import type { Lifecycle } from "../../src/protocol.js";
import { pages } from "../../src/report/pages.js";
import { rules } from "../../src/rules/index.js";
import { lifecycleGuide } from "../../src/server/lifecycle-guide.js";
import { allRows, english, pytorch, sample } from "./sample.js";

const guide = lifecycleGuide({ guide: builtInGuide(), file: "/project/.preflight/guide.yaml", exists: false });
const lifecycle: Lifecycle = { ...sample, guide, tools: { "T-pytorch": { ...pytorch, stage: "training" } } };

/** Commands of the editor itself that we lead to. */
const foreign = new Set(["vscode.openFolder", "list.toggleSelection", "runCommands"]);
const known = new Set<string>([...commandIds, "mlPreflight.lifecycle.focus", "mlPreflight.readings.focus", ...foreign]);

const places = pages(rules);

/** What is wrong with where something leads; nothing when it leads somewhere. */
function fault(target: Target): string | undefined {
  switch (target.kind) {
    case "page": {
      const [path = "", anchor] = target.page.split("#");
      const text = places.get(path)?.text();
      if (text === undefined) return `There is no page ${path}.`;
      const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => slug(heading));
      return anchor === undefined || headings.includes(anchor) ? undefined : `Nothing is at ${target.page}.`;
    }
    case "web":
      return /^https?:\/\/[^/\s]+\.[^/\s]+/.test(target.url) && URL.canParse(target.url) ? undefined : target.url;
    case "note":
      return guide.goals.some(({ id }) => id === target.goal) ? undefined : `There is no goal ${target.goal}.`;
    case "command":
      return known.has(target.command) ? undefined : `There is no command ${target.command}.`;
    case "place":
      return /^file:\/\/\//.test(target.uri) && target.line >= 0 ? undefined : target.uri;
  }
}

function faults(targets: readonly (Target | undefined)[]): readonly string[] {
  return targets.flatMap((target) => (target === undefined ? [] : (fault(target) ?? [])));
}

const opened = (rows: readonly Row[]): readonly (Target | undefined)[] => allRows(rows).map(({ opens }) => opens);

describe("everything that a click leads to is there", () => {
  const nobody = { read: new Set<string>(), mastered: new Set<string>(), answered: new Set<string>() };

  it("in the rows of the lifecycle", () => {
    const rows = lifecycleRows(lifecycle, "all", { role: undefined, read: new Set() }, english);
    assert.ok(opened(rows).filter((target) => target?.kind === "page").length > guide.items.length);
    assert.deepEqual(faults(opened(rows)), []);
  });

  for (const role of [allReadings, ...guide.paths.map(({ id }) => id)]) {
    it(`in the readings of ${role}`, () => {
      const rows = readingRows(guide, { role, ...nobody }, english);
      assert.ok(opened(rows).length > 0);
      assert.deepEqual(faults(opened(rows)), []);
    });
  }

  it("in what a search finds", () => {
    assert.deepEqual(faults(searchEntries(guide, new Map(), english).map(({ opens }) => opens)), []);
  });

  it("in the answers to the learning goals", () => {
    assert.deepEqual(faults(guide.goals.map(({ page }) => ({ kind: "page", page }))), []);
  });

  it("for readings: every one has an address or a page of ours", () => {
    const web = guide.readings.flatMap(({ url }) => (url === undefined ? [] : [{ kind: "web", url } as const]));
    assert.deepEqual(faults(web), []);
    const cards = guide.readings.map(({ id }) => ({ kind: "page", page: `/guide/readings/${id}.md` }) as const);
    assert.deepEqual(faults(cards), []);
  });
});

describe("everything that the manifest leads to is there", () => {
  const manifest = readFileSync("package.json", "utf8");
  const sentences = readFileSync("package.nls.json", "utf8");

  it("by command: of menus, keys, welcome texts and the walkthrough", () => {
    const named = [
      ...[...manifest.matchAll(/"command": "([^"]+)"/g)].map(([, id = ""]) => id),
      ...[...manifest.matchAll(/"onCommand:([^"]+)"/g)].map(([, id = ""]) => id),
      ...[...sentences.matchAll(/\]\(command:([\w.]+)\)/g)].map(([, id = ""]) => id),
    ];
    assert.ok(named.length > commandIds.length);
    assert.deepEqual(
      named.filter((id) => !known.has(id)),
      [],
    );
  });

  it("by file: icons and the pictures of the walkthrough", () => {
    const files = [...manifest.matchAll(/"(media\/[^"]+)"/g)].map(([, path = ""]) => path);
    assert.ok(files.length > 4);
    assert.deepEqual(
      files.filter((path) => !existsSync(path)),
      [],
    );
  });

  it("leaves no command out of the palette", () => {
    const { contributes } = JSON.parse(manifest) as { contributes: { menus: Record<string, unknown> } };
    assert.equal(contributes.menus.commandPalette, undefined);
  });
});
