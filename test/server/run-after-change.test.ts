import { deepEqual, notDeepEqual } from "node:assert/strict";
import type { ChecklistResult } from "../../src/checklist/result.js";
import type { Root } from "../../src/project/roots.js";
import { openChecklistRuns } from "../../src/server/scan/checklist-runs.js";
import { type FindingMemory, openFindingMemory } from "../../src/server/scan/finding-memory.js";
import { openFindingScan } from "../../src/server/scan/finding-scan.js";
import type { ChecklistEnd } from "../../src/server/scan/messages.js";
import { openScanFiles } from "../../src/server/scan/scan-files.js";
import { textsOf } from "../checklist/fixtures.js";
import { memoryFileSystem } from "../project/memory-file-system.js";

/** A folder as the thread that reads folders has it. */
function openFolder(texts: Readonly<Record<string, string>>) {
  const project = openScanFiles("/p", memoryFileSystem(texts), () => undefined);
  const memories = new Map<string, FindingMemory>();
  const memory = (root: Root): FindingMemory => {
    const known = memories.get(root.folder) ?? openFindingMemory(root);
    memories.set(root.folder, known);
    return known;
  };
  const findings = openFindingScan({ folder: "/p", project, tell: () => undefined, memory });
  const ends: ChecklistEnd[] = [];
  const runs = openChecklistRuns(({ end }) => {
    if (end !== undefined) ends.push(end);
  });
  const remembered = {};
  return {
    changed: (path: string) => findings.changed([path]),
    run: async (): Promise<ChecklistResult> => {
      const request = { kind: "checklist", id: 1, folder: "/p", today: "2026-06-01", onlySignOffs: false } as const;
      await runs.run(request, Promise.resolve({ project, tools: [], memory, texts: remembered }));
      const [end] = ends.splice(0);
      if (end?.state !== "done") throw new Error(JSON.stringify(end));
      return end.result;
    },
  };
}

type Texts = Record<string, string>;

const changes: readonly (readonly [what: string, path: string, change: (text: string) => string | undefined])[] = [
  ["a file of code", "src/lateness/train.py", (text) => `${text}\nimport numpy\nnumpy.random.rand(3)\n`],
  ["a file of code that goes", "src/lateness/baselines.py", () => undefined],
  ["a file of continuous integration", ".github/workflows/ci.yml", () => "on: push\njobs: {}\n"],
  ["a file of settings", ".github/dependabot.yml", () => "version: 2\n"],
  ["an image", "Dockerfile", () => "FROM python:latest\nCMD python -m lateness.service\n"],
  ["a document", "MODEL_CARD.md", () => "# Model\n"],
  ["the configuration", ".preflight/config.yaml", () => "preset: all\n"],
];

describe("a run of the checklist after a change of", () => {
  for (const [what, path, change] of changes) {
    it(`${what} gives what a first run gives`, async () => {
      const texts: Texts = { "/p/.git/HEAD": "" };
      for (const [name, text] of Object.entries(textsOf("tabular-sklearn"))) texts[`/p/${name}`] = text;
      const folder = openFolder(texts);
      const before = await folder.run();
      const changed = change(texts[`/p/${path}`] ?? "");
      if (changed === undefined) Reflect.deleteProperty(texts, `/p/${path}`);
      else texts[`/p/${path}`] = changed;
      await folder.changed(`/p/${path}`);
      const after = await folder.run();
      deepEqual(after, await openFolder(texts).run());
      notDeepEqual(after, before);
      deepEqual(await folder.run(), after);
    });
  }
});
